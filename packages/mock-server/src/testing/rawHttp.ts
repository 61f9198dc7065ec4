import { connect } from 'node:net'

/** The first response to some bytes; 1xx responses are passed over. */
export interface RawResponse {
  status: number
  body: string
}

/**
 * Sends bytes as they are, each part by itself, then ends its side of the connection. Rejects when
 * no whole response comes within `patience` milliseconds.
 */
export function sendRaw(
  url: string,
  parts: readonly Uint8Array[],
  { patience = 5000, end = true }: { patience?: number; end?: boolean } = {},
): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.setNoDelay(true)
    let received: Buffer = Buffer.alloc(0)
    const timer = setTimeout(() => finish(undefined, `no response within ${patience} ms`), patience)

    function finish(response: RawResponse | undefined, problem = 'no whole response'): void {
      clearTimeout(timer)
      socket.destroy()
      if (response) resolve(response)
      else reject(new Error(`${problem}; got ${JSON.stringify(received.toString().slice(0, 200))}`))
    }
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk])
      const response = parseResponse(received)
      if (response) finish(response)
    })
    socket.on('close', () => finish(parseResponse(received), 'closed without a whole response'))
    // A server that has responded may hang up while we still write.
    socket.on('error', () => undefined)
    for (const part of parts) socket.write(part)
    if (end) socket.end()
  })
}

function parseResponse(received: Buffer): RawResponse | undefined {
  const text = received.toString('latin1')
  const headEnd = text.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const head = text.slice(0, headEnd)
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1])
  const body = received.subarray(headEnd + 4)
  if (status >= 100 && status < 200) return parseResponse(body)
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
  return body.length < length ? undefined : { status, body: body.toString('utf8', 0, length) }
}
