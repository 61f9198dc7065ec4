import { errorCatalogue } from './generated/errorCatalogue.ts'

/** What every error of this client is made of, beyond its message; `retryable` unless that says otherwise. */
export type WeComErrorFields = Pick<WeComError, 'operation' | 'cause'> &
  Partial<Pick<WeComError, 'retryable' | 'retryAfter' | 'attempts' | 'request'>>

/** What the error of a refusal is made of, beyond its message. */
export type WeComApiErrorFields = WeComErrorFields &
  Pick<WeComApiError, 'errcode' | 'errmsg' | 'fix' | 'hint' | 'helpUrl'>

/** What an error tells of a response that is not WeCom's. */
export type ForeignResponse = Pick<HttpError, 'excerpt' | 'headers'>

/** What names the object of a request; nothing else of it is in an error. */
export type RequestIds = {
  readonly [Name in 'meetingid' | 'sub_meetingid' | 'meeting_code' | 'userid' | 'cursor']?: string
}

/**
 * Base of every error that this client throws on purpose. No token and no secret is in it, its cause
 * included.
 */
export class WeComError extends Error {
  override readonly name: string = 'WeComError'
  /** Whether the same call can succeed later with nothing corrected. */
  readonly retryable: boolean = true
  /**
   * How long to wait before the same call, in seconds: what `Retry-After` says, a minute after 45009, an
   * hour if that is about the token.
   */
  declare readonly retryAfter?: number
  /** How often the request of `operation` was sent: the call's own, or that for its token. */
  declare readonly attempts?: number
  /** Which meeting, user or page the call was about. */
  declare readonly request?: RequestIds
  /** The `operationId` of the call that failed, such as `getMeeting`; the path where the spec has none. */
  declare readonly operation: string
  /**
   * In a list, the cursor of the page that failed; empty for the first page. `list({ …, cursor })`
   * goes on there.
   */
  declare readonly cursor?: string

  constructor(message: string, { cause, ...fields }: WeComErrorFields) {
    super(message, cause ? { cause } : undefined)
    Object.assign(this, fields)
  }

  /** Always true; `isWeComError` reads it. */
  get isWeComError(): true {
    return true
  }

  /**
   * What `JSON.stringify` writes: the message too, which that of a plain error lacks. `isWeComError` knows it
   * on the other side. `structuredClone` and `postMessage` keep only message, stack and cause of an error, but
   * all of this. An error that ends a worker thread of Node's arrives whole.
   *
   * @example
   * parentPort.postMessage(error.toJSON())
   */
  toJSON(): object {
    return { ...toPlain(this), isWeComError: true }
  }
}

function toPlain(error: Error): object {
  const { name, message, cause } = error
  return { ...error, name, message, ...(cause ? { cause: toPlain(cause as Error) } : {}) }
}

/**
 * WeCom refused a call: it returned an `errcode` other than 0.
 *
 * @example
 * try {
 *   await wecom.meetings.get({ meetingid })
 * } catch (error) {
 *   if (error instanceof WeComApiError) console.error(error.message, error.fix)
 * }
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export class WeComApiError extends WeComError {
  override readonly name: string = 'WeComApiError'
  /** WeCom's number for what went wrong. */
  declare readonly errcode: number
  /** WeCom's text, unchanged but for tokens and secrets. It may change: decide on `errcode`. */
  declare readonly errmsg: string
  /** What to do, in one sentence; for 60020 it names the address to add. */
  declare readonly fix: string
  /** Digits and letters that WeCom's support asks for. */
  declare readonly hint: string | undefined
  /** WeCom's look-up page for this errcode. */
  declare readonly helpUrl: string

  constructor(message: string, fields: WeComApiErrorFields) {
    super(message, fields)
  }
}

/** WeCom refused the secret, the corp ID or the token (40001, 40013, 40014, 42001, 301002 …). */
export class AuthenticationError extends WeComApiError {
  override readonly name = 'AuthenticationError' as const
}

/** WeCom refused a parameter (40058, 40063, 730011). */
export class InvalidRequestError extends WeComApiError {
  override readonly name = 'InvalidRequestError' as const
}

/** WeCom does not know the meeting, its code or the sub-meeting, or it is gone (90602, 730003, 730004, 400041 …). */
export class NotFoundError extends WeComApiError {
  override readonly name = 'NotFoundError' as const
}

/** The app or its caller may not do this (48002, 60020, 60011, 730005 …); `fix` says where to allow it. */
export class PermissionError extends WeComApiError {
  override readonly name = 'PermissionError' as const
}

/** Too many calls (45009), or too many at the same time (45033). */
export class RateLimitError extends WeComApiError {
  override readonly name = 'RateLimitError' as const
}

/** WeCom is busy (-1), also after the client has retried. */
export class ServerBusyError extends WeComApiError {
  override readonly name = 'ServerBusyError' as const
}

/** No response: the server could not be reached, or the connection broke. */
export class ConnectionError extends WeComError {
  override readonly name = 'ConnectionError' as const
  /** The system's or the runtime's code for it, such as `ECONNREFUSED`; absent where there is none. */
  declare readonly code?: string
}

/** An attempt took longer than its `timeout`, or a call longer than its `deadline`. */
export class TimeoutError extends WeComError {
  override readonly name = 'TimeoutError' as const
}

/**
 * The HTTP status was that of a redirect, or another one than 2xx and the body no refusal of WeCom's.
 * WeCom itself returns 200: a proxy or gateway in between responded.
 */
export class HttpError extends WeComError {
  override readonly name = 'HttpError' as const
  /** The HTTP status, such as 502; 0 for a redirect where the runtime does not say which. */
  declare readonly status: number
  /** The beginning of the body, without tokens and secrets; none of a redirect or of WeCom's own fields. */
  declare readonly excerpt?: string
  /** Those of `content-type`, `retry-after`, `server`, `via` and `x-request-id` that it had. */
  declare readonly headers?: Readonly<Record<string, string>>

  constructor(message: string, fields: WeComErrorFields & ForeignResponse & { status: number }) {
    super(message, fields)
  }
}

/** The response was not the JSON object that WeCom returns, or longer than `maxResponseBytes`. */
export class ResponseFormatError extends WeComError {
  override readonly name = 'ResponseFormatError' as const
  /** The beginning of the body, without tokens and secrets; none of a redirect or of WeCom's own fields. */
  declare readonly excerpt?: string
  /** Those of `content-type`, `retry-after`, `server`, `via` and `x-request-id` that it had. */
  declare readonly headers?: Readonly<Record<string, string>>

  constructor(message: string, fields: WeComErrorFields & ForeignResponse) {
    super(message, fields)
  }
}

/** Any error of this client, which its `name` tells from the others. */
export type AnyWeComError =
  | (WeComApiError & { readonly name: 'WeComApiError' })
  | AuthenticationError
  | InvalidRequestError
  | NotFoundError
  | PermissionError
  | RateLimitError
  | ServerBusyError
  | ConnectionError
  | TimeoutError
  | HttpError
  | ResponseFormatError

/**
 * Whether an error comes from this client. It also knows those of another copy of this package, which
 * `instanceof` doesn't, and what `toJSON` made of one.
 *
 * @example
 * if (isWeComError(error) && error.name === 'RateLimitError') console.log(error.errcode, error.retryAfter)
 */
export function isWeComError(error: unknown): error is AnyWeComError {
  return (error as Partial<WeComError> | null | undefined)?.isWeComError === true
}

/** What the errors of a client say, in one language. */
export interface ErrorTexts {
  /** The message of a refusal; `errmsg` without the hint, address and link that WeCom appends. */
  message(operation: string, errcode: number, errmsg: string): string
  /** What to do, in one sentence. `ip` is the address that the errmsg names, if it names one. */
  fix(errcode: number, helpUrl: string, ip: string | undefined): string
}

/** What errors say unless the options ask for another language. */
export const english: ErrorTexts = {
  message: (operation, errcode, errmsg) => `WeCom refused ${operation} with ${errcode}: ${errmsg}`,
  fix: (errcode, helpUrl, ip = "the caller's address") =>
    errorCatalogue[errcode]?.[1].replace('{ip}', ip) ?? `Look the code up at ${helpUrl}.`,
}

const classes = {
  AuthenticationError,
  InvalidRequestError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerBusyError,
  WeComApiError,
}

const CALLER = /from ip: \[?([\d.:a-f]+)/i
/** An IPv4 address, or the two halves of one, alone or within an IPv6 address. */
const IPV4 = /^(?:[0:]*:ffff:)?(?:(\d+\.\d+\.\d+\.\d+)|([\da-f]{1,4}):([\da-f]{1,4})$)/i
// It ends at a bracket of either kind: else each of many openings would search to the end.
const HINT = /hint: \[([^[\]]*)\]/

/** Finds the caller's address; an IPv4 one is written as such, as the admin console wants it. */
function findCaller(errmsg: string): string | undefined {
  const address = CALLER.exec(errmsg)?.[1]
  const [, ipv4, high, low] = IPV4.exec(address ?? '') ?? []
  if (!high) return ipv4 ?? address
  const halves = [high, low].map((half) => Number(`0x${half}`))
  return halves.flatMap((half) => [half >> 8, half & 255]).join('.')
}

/**
 * Throws the error of a response with an errcode other than 0, of the class that the catalogue names.
 *
 * @param clean Takes secrets out of the errmsg.
 */
export function throwIfRefused(
  texts: ErrorTexts,
  operation: string,
  {
    body,
    clean,
    sent,
  }: {
    body: { errcode?: number; errmsg?: unknown }
    clean: (text: string) => string
    sent?: Pick<WeComErrorFields, 'attempts' | 'request'> | undefined
  },
): void {
  const { errcode } = body
  if (!errcode) return
  // Of an object the conversion to text may throw.
  const errmsg = clean(typeof body.errmsg === 'object' ? '' : `${body.errmsg ?? ''}`)
  const [short = ''] = errmsg.split(', hint: [')
  const helpUrl = `https://open.work.weixin.qq.com/devtool/query?e=${errcode}`
  const [name = 'WeComApiError', , retry] = errorCatalogue[errcode] ?? []
  const isRateLimit = retry === 'after-a-minute'
  throw new classes[name](texts.message(operation, errcode, short), {
    ...sent,
    operation,
    errcode,
    errmsg,
    fix: texts.fix(errcode, helpUrl, findCaller(errmsg)),
    hint: HINT.exec(errmsg)?.[1],
    helpUrl,
    retryable: retry === 'backoff' || isRateLimit,
    // Wrong secrets block for an hour.
    ...(isRateLimit && { retryAfter: operation === 'getToken' ? 3600 : 60 }),
  })
}

/**
 * Copies an error with what it does not say yet: callers may share a failure, such as a refused secret, but
 * not their cursors. The copy has the caller's line in its stack. Anything but a `WeComError` is returned as it is.
 */
export function withFields(error: unknown, fields: object): unknown {
  if (!(error instanceof WeComError)) return error
  const SameClass = error.constructor as typeof WeComError
  const all = { ...fields, ...error, cause: error.cause }
  return new SameClass(error.message, all as WeComErrorFields)
}

/** Creates an error about an operation; `what` completes the sentence that its name begins. */
export function createError<Fields extends object>(
  ErrorClass: new (message: string, fields: WeComErrorFields & Fields) => WeComError,
  operation: string,
  what: string,
  fields: Fields & Omit<WeComErrorFields, 'operation'>,
): WeComError {
  return new ErrorClass(`${operation} ${what}.`, { operation, ...fields })
}

/** Creates the error of a response that is not WeCom's. */
export function createFormatError(
  operation: string,
  what: string,
  fields: ForeignResponse & { cause?: unknown } = {},
): WeComError {
  const text = `returned ${what}; check proxies and gateways in between`
  return createError(ResponseFormatError, operation, text, fields)
}

const PROXY_LOGIN = 'put user name and password into the address of the proxy'
const CERTIFICATE = 'name your CA in NODE_EXTRA_CA_CERTS or DENO_CERT, or correct the certificate'

/** Creates the error of a response whose HTTP status is not 2xx. Where a redirect leads is not repeated. */
export function createHttpError(
  operation: string,
  status: number,
  response: ForeignResponse & Pick<WeComError, 'retryAfter'> = {},
): WeComError {
  let what = `HTTP ${status}`
  let remedy = 'check the proxy or gateway in between'
  // Some runtimes hide the status of a redirect behind 0.
  if (status < 400) {
    what = `a redirect${status ? ` (${what})` : ''}, which is not followed`
    remedy = 'check the base URL'
  }
  if (status === 407) remedy = PROXY_LOGIN
  const fields = { ...response, status, retryable: status >= 500 || status === 429 }
  return createError(HttpError, operation, `returned ${what}; ${remedy}`, fields)
}

/**
 * Creates the error of a request that got no response: what failed, the proxy or the server, and what
 * to do.
 *
 * @param clean Takes secrets out of a text.
 */
export function createConnectionError(
  operation: string,
  address: string,
  thrown: unknown,
  clean: (text: string) => string,
): WeComError {
  const { reason, code, hostname, port } = findFailure(thrown)
  const url = new URL(address)
  const ownPort = url.port || (url.protocol === 'http:' ? 80 : 443)
  let where = url.origin
  let remedy = 'check the address, the network and any proxy'
  // Nobody but a proxy is at another address than the one to call.
  const isElsewhere = (hostname && hostname !== url.hostname) || (port && port !== +ownPort)
  if (isElsewhere || /proxy/i.test(reason)) where = 'the proxy'
  if (/\b407\b|proxy auth/i.test(reason)) remedy = PROXY_LOGIN
  else if (/cert|signature/i.test(reason)) remedy = CERTIFICATE
  const what = `got no response from ${where} (${clean(reason) || 'no reason given'}); ${remedy}`
  const fields = { cause: copyCause(thrown, clean), ...(code && { code: clean(code) }) }
  return createError(ConnectionError, operation, what, fields)
}

interface Failure {
  reason: string
  code?: string | false
  hostname?: string
  port?: number
}

/** Finds the innermost cause that says something: around it is often no more than "fetch failed". */
function findFailure(thrown: unknown, depth = 0): Failure {
  const { cause, errors, code, message, hostname, port } = Object(thrown)
  const inner = cause ?? errors?.[0]
  const found = inner && depth < 4 ? findFailure(inner, depth + 1) : undefined
  if (found?.reason) return found
  const texts = [code, message].filter((part) => part && typeof part === 'string')
  const [first, last = ''] = texts
  const reason = last.includes(first) ? last : texts.join(': ')
  return { reason, code: typeof code === 'string' && code, hostname, port }
}

/**
 * Copies what `fetch` or a store threw: only its name, message, code, stack and cause, since its other
 * fields can hold the whole request.
 *
 * @param clean Takes secrets out of a text.
 */
export function copyCause(
  thrown: unknown,
  clean: (text: string) => string,
  depth = 0,
): Error | undefined {
  const error = Object(thrown)
  // No `instanceof`: where tests run in a realm of their own, as Jest's do, `fetch` throws another's.
  if (!error.stack || depth > 3) return undefined
  // A conversion to text may throw.
  const text = (value: unknown) => (Object(value) === value ? '' : clean(String(value)))
  const cause = copyCause(error.cause ?? error.errors?.[0], clean, depth + 1)
  const copy = new Error(text(error.message), cause && { cause })
  const fields = { name: text(error.name), stack: text(error.stack) }
  return Object.assign(copy, fields, error.code && { code: text(error.code) })
}
