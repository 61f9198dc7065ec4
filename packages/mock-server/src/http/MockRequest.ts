import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { parse } from 'node:querystring'
import type { Fault } from '../faults/Fault.ts'

export type Query = Record<string, string | string[]>

/**
 * Who sent a request: the client under test, or a browser for the mock's own page or for a page of another
 * site. Only a client's requests stand in the journal and use up faults, limits and attempts.
 */
export type Sender = 'client' | 'own-page' | 'other-site'

/** Why a body could not be read as JSON, in words for `errmsg`. */
interface BodyProblem {
  reason: string
  kind: 'too-large' | 'incomplete' | 'not-json'
}

/** One request, from the socket to the journal: what was received, then what was sent back. */
export class MockRequest {
  /** Counts the requests of one world, from 1; 0 for what no client under test sent. */
  number = 0
  /** When it was received: milliseconds since 1970, by the server's clock. */
  readonly time: number
  /** The same moment by `performance.now()`. */
  readonly started: number = performance.now()
  readonly method: string
  readonly path: string
  /** Parameters by name; a list where a name stands several times. */
  readonly query: Query
  readonly headers: IncomingHttpHeaders
  /** The caller's IP address; IPv4 the way people write it. */
  readonly address: string
  readonly sender: Sender
  /** The NAME of `Prefer: example=NAME` (RFC 7240), Prism's own way to ask for an example. */
  readonly preferredExample: string | undefined
  /** The body as text, as far as it is UTF-8. */
  bodyText: string | undefined
  /** The body as JSON; undefined when there is none. */
  body: unknown
  /** Why the body cannot be used, if so. */
  bodyProblem: BodyProblem | undefined

  /** The operationId. */
  operation: string | undefined
  /** The access token that it was sent with, whether it is good or not. */
  token: string | undefined
  /** The corp that gettoken was asked for, or the one that the token belongs to. */
  corpId: string | undefined
  /** What is wrong with it, a sentence each; empty when it is valid. */
  reasons: readonly string[] = []
  /** The fault that the response shows. */
  fault: Fault | undefined
  /** HTTP status; 0 when the connection was dropped before one was sent. */
  status = 0
  /** Undefined where no errcode was sent. */
  errcode: number | undefined
  /** The response as JSON, or the text that a fault sent; undefined where nothing of it was sent. */
  responseText: string | undefined
  /** Milliseconds. */
  duration = 0

  /** Takes all that is known before the body is read. Never throws, whatever was sent. */
  constructor({ method = '', url = '', headers, socket }: IncomingMessage, time: number) {
    // A proxy's clients send the whole URL as the target.
    const [path, ...query] = url.replace(/^https?:\/\/[^/?#]*/i, '').split('?')
    this.time = time
    this.method = method
    this.path = path || '/'
    this.query = parseQuery(query.join('?'))
    this.headers = headers
    this.address = socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
    this.sender = findSender(headers)
    const preferences = [headers.prefer].flat().join(',')
    this.preferredExample = /(?:^|[,;\s])example\s*=\s*"?([^",;\s]+)"?/i.exec(preferences)?.[1]
  }
}

/** Browsers say it in `Sec-Fetch-Site`, but over http only to addresses of this machine. */
function findSender(headers: IncomingHttpHeaders): Sender {
  const { host, origin, referer = '', 'sec-fetch-site': site } = headers
  if (site === 'cross-site' || site === 'same-site') return 'other-site'
  const isOwn =
    site === undefined ? URL.parse(origin ?? referer)?.host === host : site === 'same-origin'
  return isOwn && host !== undefined ? 'own-page' : 'client'
}

export function parseQuery(text: string): Query {
  return parse(text, '&', '=', { maxKeys: 0 }) as Query
}

// A byte-order mark is kept, so that JSON.parse refuses it: RFC 8259 forbids to send one.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const mostBytes = 1024 * 1024

const tooLarge: BodyProblem = {
  reason: `the request body is over ${mostBytes} bytes`,
  kind: 'too-large',
}
const incomplete: BodyProblem = {
  reason: 'the request body ended before it was complete',
  kind: 'incomplete',
}

/**
 * Reads a request's body to its end, so that the caller can always read the response, but keeps no
 * more than 1 MB; then reads it as JSON. The server's time limit ends it with an error.
 */
export async function readBody(request: MockRequest, incoming: IncomingMessage): Promise<void> {
  const bytes = await receiveBytes(incoming)
  if (!Buffer.isBuffer(bytes)) request.bodyProblem = bytes
  else if (bytes.length > 0) {
    try {
      request.bodyText = utf8.decode(bytes)
      request.body = JSON.parse(request.bodyText)
    } catch {
      const reason = `the request body ${describeNoJson(request.bodyText)}`
      request.bodyProblem = { reason, kind: 'not-json' }
    }
  }
}

function describeNoJson(text: string | undefined): string {
  if (text === undefined) return 'is not UTF-8'
  return text.startsWith('\uFEFF') ? 'starts with a byte-order mark' : 'is not JSON'
}

function receiveBytes(incoming: IncomingMessage): Promise<Buffer | BodyProblem> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= mostBytes) chunks.push(chunk)
      else chunks.length = 0
    })
    incoming.on('end', () => resolve(size > mostBytes ? tooLarge : Buffer.concat(chunks)))
    for (const end of ['error', 'close']) incoming.on(end, () => resolve(incomplete))
  })
}
