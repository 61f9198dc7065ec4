import type { IncomingMessage } from 'node:http'

/** What a request's body turned out to be. */
export type ReceivedBody =
  | { state: 'whole'; bytes: Buffer }
  | { state: 'too-large' }
  | { state: 'incomplete' }

/**
 * Reads a body to its end, so that the caller can always read the answer, but keeps no more than
 * `limit` bytes and waits no longer than `timeout` milliseconds.
 */
export function readBody(
  request: IncomingMessage,
  { limit, timeout }: { limit: number; timeout: number },
): Promise<ReceivedBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const timer = setTimeout(() => finish({ state: 'incomplete' }), timeout)

    function finish(body: ReceivedBody): void {
      clearTimeout(timer)
      resolve(body)
    }
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else chunks.length = 0
    })
    request.on('end', () =>
      finish(
        size > limit ? { state: 'too-large' } : { state: 'whole', bytes: Buffer.concat(chunks) },
      ),
    )
    request.on('error', () => finish({ state: 'incomplete' }))
    request.on('close', () => finish({ state: 'incomplete' }))
  })
}
