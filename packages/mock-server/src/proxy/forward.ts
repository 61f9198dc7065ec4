import http, {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import https from 'node:https'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { urlToHttpOptions } from 'node:url'
import { describeFailure, isLoopback } from './upstream.ts'

/** In bytes. A longer request is refused, a longer response passed on without being compared. */
export const bodyLimit: number = 64 * 1024 * 1024

/** A body as it was sent, still encoded; `problem` says why it is not whole. */
export interface Message {
  headers: IncomingHttpHeaders
  bytes: Buffer
  problem?: string | undefined
}

/** A request with its response or, in one sentence, why there is none. Times in milliseconds. */
export interface Forwarded {
  method: string
  target: string
  time: number
  duration: number
  request: Message
  response?: Message & { status: number }
  failure?: string
  /** Whether the client closed the connection, so that nothing can be said of the service. */
  isAborted?: boolean
}

export type Forward = (request: IncomingMessage, response: ServerResponse) => Promise<Forwarded>

/**
 * Returns what passes a request on and its response back, byte by byte, and never rejects.
 *
 * @param timeout milliseconds without a byte from the service.
 * @throws {Error} when the service does not respond at all.
 */
export async function createForward(
  upstream: URL,
  timeout: number,
  env: NodeJS.ProcessEnv,
): Promise<Forward> {
  const { Agent, request: open } = upstream.protocol === 'https:' ? https : http
  // A proxy would take elsewhere, unencrypted, what is meant for this machine.
  const agent = new Agent({ keepAlive: true, proxyEnv: isLoopback(upstream) ? {} : env })
  const { hostname, port } = urlToHttpOptions(upstream)
  let basePath = upstream.pathname
  while (basePath.endsWith('/')) basePath = basePath.slice(0, -1)

  type Sent = { headers?: Header[]; body?: Buffer; signal?: AbortSignal }
  function send(method: string, target: string, { headers: sent = [], body, ...more }: Sent = {}) {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    // Not an array: Node's agent adds no Proxy-Authorization to one.
    const headers = { Host: upstream.host }
    const path = basePath + target
    const outgoing = open({ hostname, port, method, path, agent, timeout, headers, ...more })
    for (const [name, value] of sent) outgoing.appendHeader(name, value)
    outgoing.on('timeout', () => outgoing.destroy(errorWith({ code: 'ETIMEDOUT' })))
    // To a proxy the path is the whole address.
    const isThroughProxy = () => outgoing.path !== path
    const fail = (error: Error) =>
      reject(Object.assign(error, { isThroughProxy: isThroughProxy() }))
    outgoing.on('error', fail).on('response', (returned) => {
      if (returned.statusCode !== 407 || !isThroughProxy()) return resolve(returned)
      outgoing.destroy(errorWith({ statusCode: 407 }))
    })
    // Without either: the service wants another protocol (101), and Node hangs up.
    outgoing.on('close', () => reject(errorWith({ code: 'ECONNRESET' })))
    outgoing.end(body)
    return promise
  }

  async function passOn(incoming: IncomingMessage, outgoing: ServerResponse, exchange: Forwarded) {
    const { method, target, request } = exchange
    const clientLeft = new AbortController()
    let returned: IncomingMessage | undefined
    // Both sides are closed when the service breaks off, too.
    outgoing.on('close', () => returned?.errored || clientLeft.abort())
    // Node decodes no other coding; the service would get the encoded bytes without its name.
    if (!/^(?:chunked)?$/i.test(request.headers['transfer-encoding'] ?? '')) {
      const failure = 'the Transfer-Encoding of the request is not supported; use chunked'
      throw errorWith({ status: 501, failure })
    }
    await copy(incoming, request, new PassThrough().resume()).catch((error: unknown) => {
      // Other errors are of the framing: whoever sent it is still there, and is told.
      const { code } = error as NodeJS.ErrnoException
      exchange.isAborted = code === 'ECONNRESET' || code === 'HPE_INVALID_EOF_STATE'
    })
    const { bytes, problem } = request
    if (problem) {
      const status = problem === cutOff ? 400 : 413
      throw errorWith({ status, failure: `the request body ${problem}` })
    }
    const sent = selectHeaders(incoming, ['host', 'expect', 'content-length'])
    if (bytes.length > 0) sent.push(['Content-Length', String(bytes.length)])
    const { signal } = clientLeft
    returned = await send(method, target, { headers: sent, body: bytes, signal })
    const { statusCode: status = 502, headers } = returned
    const own = 'transfer-encoding' in headers ? ['content-length'] : []
    outgoing.sendDate = false
    outgoing.writeHead(status, selectHeaders(returned, own).flat())
    const response = { ...unread(headers), status }
    await copy(returned, response, outgoing).catch((error: unknown) => {
      if (signal.aborted) throw error
    })
    return response
  }

  const reached = await send('HEAD', '/')
  reached.resume()
  return async (incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming
    const started = performance.now()
    // A client that was told to use this as its HTTP proxy sends the whole URL as the target.
    const target = url.replace(/^https?:\/\/[^/?#]*/i, '').replace(/^(?!\/)/, '/')
    const time = Date.now()
    const exchange: Forwarded = { method, target, time, duration: 0, request: unread(headers) }
    try {
      exchange.response = await passOn(incoming, outgoing, exchange)
    } catch (error) {
      const { status = 502, failure } = error as { status?: number; failure?: string }
      exchange.isAborted ||= outgoing.destroyed
      const gone = 'the client closed the connection before the response was complete'
      exchange.failure = exchange.isAborted
        ? gone
        : (failure ?? describeFailure(error, upstream, env))
      if (!outgoing.headersSent) {
        outgoing.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
        outgoing.end(JSON.stringify({ error: exchange.failure }))
      }
    }
    return { ...exchange, duration: performance.now() - started }
  }
}

type Header = [name: string, value: string]

/** RFC 9110, section 7.6.1: these concern one connection, and so do those that `Connection` names. */
const hopByHop =
  'connection keep-alive proxy-connection proxy-authenticate proxy-authorization te trailer transfer-encoding upgrade'

function selectHeaders({ rawHeaders }: IncomingMessage, own: readonly string[]): Header[] {
  const names = rawHeaders.filter((_, index) => index % 2 === 0)
  const headers = names.map((name, index): Header => [name, rawHeaders[2 * index + 1] ?? ''])
  const named = headers.filter(([name]) => name.toLowerCase() === 'connection').join()
  const dropped = new Set([...hopByHop.split(' '), ...own, ...named.toLowerCase().split(/[,\s]+/)])
  return headers.filter(([name]) => !dropped.has(name.toLowerCase()))
}

const cutOff = 'ended before it was complete'

function unread(headers: IncomingHttpHeaders): Message {
  return { headers, bytes: Buffer.alloc(0), problem: cutOff }
}

/** Passes a body on and notes it in `message`. */
function copy(from: IncomingMessage, message: Message, to: NodeJS.WritableStream): Promise<void> {
  return pipeline(
    from,
    async function* (body: AsyncIterable<Buffer>) {
      const chunks: Buffer[] = []
      let size = 0
      for await (const chunk of body) {
        size += chunk.length
        if (size <= bodyLimit) chunks.push(chunk)
        yield chunk
      }
      message.bytes = Buffer.concat(chunks)
      message.problem = size > bodyLimit ? `is over ${bodyLimit} bytes` : undefined
    },
    to,
  )
}

function errorWith(fields: object): Error {
  return Object.assign(new Error(), fields)
}
