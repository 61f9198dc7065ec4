import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Fault } from '../faults/Fault.ts'

export type Query = Record<string, string | string[]>

/**
 * Who sent a request: the client under test, or a browser for the mock's own page or for a page of another
 * site. Only a client's requests stand in the journal and use up faults, limits and attempts.
 */
export type Sender = 'client' | 'own-page' | 'other-site'

/** One request, from the socket to the journal: what was received, then what was sent back. */
export interface MockRequest {
  /** Counts the requests of one world, from 1; 0 for what no client under test sent. */
  number: number
  /** When it was received: milliseconds since 1970, by the server's clock. */
  readonly time: number
  /** The same moment by `performance.now()`. */
  readonly started: number
  readonly method: string
  readonly path: string
  readonly query: Query
  readonly headers: IncomingHttpHeaders
  /** The caller's IP address; IPv4 the way people write it. */
  readonly address: string
  readonly sender: Sender
  /** The NAME of `Prefer: example=NAME`. */
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
  reasons: readonly string[]
  /** The fault that the response shows. */
  fault: Fault | undefined
  /** HTTP status; 0 when the connection was dropped before one was sent. */
  status: number
  /** Undefined where no errcode was sent. */
  errcode: number | undefined
  /** The response as JSON, or the text that a fault sent; undefined where nothing of it was sent. */
  responseText: string | undefined
  /** Milliseconds. */
  duration: number
}

/** Why a body could not be read as JSON, in words for `errmsg`. */
interface BodyProblem {
  reason: string
  kind: 'too-large' | 'incomplete' | 'not-json'
}

/** Everything that is known before the body is read. Never throws, whatever was sent. */
export function createRequest(incoming: IncomingMessage, time: number): MockRequest {
  const { method = '', url = '/', headers, socket } = incoming
  return {
    number: 0,
    time,
    started: performance.now(),
    method,
    ...parseTarget(url),
    headers,
    address: socket.remoteAddress?.replace(/^::ffff:/, '') ?? '',
    sender: findSender(headers),
    preferredExample: readPreferredExample(headers.prefer),
    bodyText: undefined,
    body: undefined,
    bodyProblem: undefined,
    operation: undefined,
    token: undefined,
    corpId: undefined,
    reasons: [],
    fault: undefined,
    status: 0,
    errcode: undefined,
    responseText: undefined,
    duration: 0,
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

function parseTarget(target: string): { path: string; query: Query } {
  // A proxy's clients send the whole URL as the target.
  const local = target.replace(/^https?:\/\/[^/?#]*/i, '')
  const [path = '', ...rest] = local.split('?')
  return { path: path || '/', query: parseQuery(rest.join('?')) }
}

/** Parameters by name; a list where a name stands several times. */
export function parseQuery(text: string): Query {
  const query: Query = Object.create(null)
  for (const [name, value] of new URLSearchParams(text)) {
    const before = query[name]
    if (before === undefined) query[name] = value
    else if (Array.isArray(before)) before.push(value)
    else query[name] = [before, value]
  }
  return query
}

/** RFC 7240; Prism's own way to ask for an example. */
function readPreferredExample(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined
  const text = [header].flat().join(',')
  return /(?:^|[,;\s])example\s*=\s*"?([^",;\s]+)"?/i.exec(text)?.[1]
}

// A byte-order mark is kept, so that JSON.parse refuses it: RFC 8259 forbids to send one.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const mostBytes = 1024 * 1024

/**
 * Reads a request's body to its end, so that the caller can always read the response, but keeps no
 * more than 1 MB; then reads it as JSON. The server's time limit ends it with an error.
 */
export async function readBody(request: MockRequest, incoming: IncomingMessage): Promise<void> {
  const bytes = await receiveBytes(incoming)
  if (typeof bytes === 'string') request.bodyProblem = problems[bytes]
  else if (bytes.length > 0) parseJson(request, bytes)
}

function parseJson(request: MockRequest, bytes: Buffer): void {
  try {
    request.bodyText = utf8.decode(bytes)
  } catch {
    request.bodyProblem = createJsonProblem('is not UTF-8')
    return
  }
  try {
    request.body = JSON.parse(request.bodyText)
  } catch {
    const hasMark = request.bodyText.startsWith('\uFEFF')
    request.bodyProblem = createJsonProblem(
      hasMark ? 'starts with a byte-order mark' : 'is not JSON',
    )
  }
}

function createJsonProblem(what: string): BodyProblem {
  return { reason: `the request body ${what}`, kind: 'not-json' }
}

const problems: Readonly<Record<'too-large' | 'incomplete', BodyProblem>> = {
  'too-large': { reason: `the request body is over ${mostBytes} bytes`, kind: 'too-large' },
  incomplete: { reason: 'the request body ended before it was complete', kind: 'incomplete' },
}

function receiveBytes(incoming: IncomingMessage): Promise<Buffer | keyof typeof problems> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= mostBytes) chunks.push(chunk)
      else chunks.length = 0
    })
    incoming.on('end', () => resolve(size > mostBytes ? 'too-large' : Buffer.concat(chunks)))
    incoming.on('error', () => resolve('incomplete'))
    incoming.on('close', () => resolve('incomplete'))
  })
}
