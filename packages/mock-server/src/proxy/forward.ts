import http, {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import https from 'node:https'
import { pipeline } from 'node:stream/promises'
import { urlToHttpOptions } from 'node:url'
import { describeFailure, isLoopback } from './upstream.ts'

/** In bytes. A longer request is refused, a longer response passed on without being compared. */
export const bodyLimit: number = 64 * 1024 * 1024

/** A body as it came, still encoded; `problem` says why it is not whole. */
export interface Message {
  headers: IncomingHttpHeaders
  bytes: Buffer
  problem?: string | undefined
}

export interface Forwarded {
  method: string
  /** Path and query. */
  target: string
  /** Milliseconds since 1970. */
  time: number
  /** Milliseconds. */
  duration: number
  request: Message
  response?: Message & { status: number }
  /** Why there is no response, in one sentence. */
  failure?: string
}

type Forward = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<Forwarded>

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

  function send(
    method: string,
    target: string,
    sent: Header[],
    signal?: AbortSignal,
    body?: Buffer,
  ) {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    const path = basePath + target
    // Not an array: Node's agent adds no Proxy-Authorization to one.
    const headers = { Host: upstream.host }
    const options = { hostname, port, method, path, agent, timeout, headers }
    const outgoing = open(signal ? { ...options, signal } : options)
    for (const [name, value] of sent) outgoing.appendHeader(name, value)
    outgoing.on('timeout', () => outgoing.destroy(errorWith({ code: 'ETIMEDOUT' })))
    outgoing.on('error', reject).on('response', (incoming) => {
      if (incoming.statusCode !== 407) return resolve(incoming)
      reject(errorWith({ statusCode: 407 }))
      outgoing.destroy()
    })
    // Without either: the service wants another protocol (101), and Node hangs up.
    outgoing.on('close', () => reject(errorWith({ code: 'ECONNRESET' })))
    outgoing.end(body)
    return promise
  }

  async function forward(incoming: IncomingMessage, outgoing: ServerResponse): Promise<Forwarded> {
    const { method = '', url = '', headers, rawHeaders } = incoming
    // A client that was told to use this as its HTTP proxy sends the whole URL as the target.
    const target = url.replace(/^https?:\/\/[^/?#]*/i, '').replace(/^(?!\/)/, '/')
    const request = unread(headers)
    const started = performance.now()
    const exchange = { method, target, time: Date.now(), request }
    const finish = (outcome: Pick<Forwarded, 'response' | 'failure'>) => ({
      ...exchange,
      duration: performance.now() - started,
      ...outcome,
    })
    const fail = (status: number, failure: string) => {
      if (!outgoing.headersSent) {
        outgoing.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
        outgoing.end(JSON.stringify({ error: failure }))
      }
      return finish({ failure })
    }
    // Node decodes no other coding; the service would get the encoded bytes without its name.
    if (!/^(?:chunked)?$/i.test(headers['transfer-encoding'] ?? '')) {
      return fail(501, 'the Transfer-Encoding of the request is not supported; expected chunked')
    }
    await pipeline(incoming, keepIn(request), async (body) => {
      for await (const _ of body);
    }).catch(() => undefined)
    if (request.problem) return fail(413, `the request body ${request.problem}`)
    const abort = new AbortController()
    outgoing.on('close', () => abort.abort())
    try {
      const sent = passOn(rawHeaders, ['host', 'expect', 'content-length'])
      const isFramed = request.bytes.length > 0 || 'content-length' in headers
      if (isFramed) sent.push(['Content-Length', String(request.bytes.length)])
      const answer = await send(method, target, sent, abort.signal, request.bytes)
      const { statusCode: status = 502, statusMessage } = answer
      const response = { ...unread(answer.headers), status }
      const own = 'transfer-encoding' in answer.headers ? ['content-length'] : []
      outgoing.sendDate = false
      outgoing.writeHead(status, statusMessage, passOn(answer.rawHeaders, own).flat())
      await pipeline(answer, keepIn(response), outgoing).catch(() => undefined)
      return finish({ response })
    } catch (error) {
      const gone = outgoing.destroyed && 'the client closed the connection before the response'
      return fail(502, gone || describeFailure(error, upstream, env))
    }
  }

  const found = await send('HEAD', '/', [])
  found.resume()
  return forward
}

type Header = [name: string, value: string]

/** RFC 9110, section 7.6.1: these concern one connection, and so do those that `Connection` names. */
const hopByHop =
  'connection keep-alive proxy-connection proxy-authenticate proxy-authorization te trailer transfer-encoding upgrade'

function passOn(rawHeaders: readonly string[], own: readonly string[]): Header[] {
  const names = rawHeaders.filter((_, index) => index % 2 === 0)
  const headers = names.map((name, index): Header => [name, rawHeaders[2 * index + 1] ?? ''])
  const named = headers.filter(([name]) => name.toLowerCase() === 'connection').join()
  const dropped = new Set([...hopByHop.split(' '), ...own, ...named.toLowerCase().split(/[,\s]+/)])
  return headers.filter(([name]) => !dropped.has(name.toLowerCase()))
}

function unread(headers: IncomingHttpHeaders): Message {
  return { headers, bytes: Buffer.alloc(0), problem: 'ended before it was complete' }
}

/** Passes a body through and keeps it in `message`. */
function keepIn(message: Message) {
  return async function* (body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of body) {
      size += chunk.length
      if (size <= bodyLimit) chunks.push(chunk)
      yield chunk
    }
    message.bytes = Buffer.concat(chunks)
    message.problem = size > bodyLimit ? `is over ${bodyLimit} bytes` : undefined
  }
}

function errorWith(fields: object): Error {
  return Object.assign(new Error(), fields)
}
