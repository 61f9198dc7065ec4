import {
  ConnectionError,
  type ErrorTexts,
  type ForeignResponse,
  HttpError,
  ResponseFormatError,
  WeComApiError,
  WeComError,
  type WeComErrorFields,
} from './errorClasses.ts'
import { errorCatalogue } from './generated/errorCatalogue.ts'

export * from './errorClasses.ts'

/** What errors say unless the options ask for another language. */
export const english: ErrorTexts = {
  message: (operation, errcode, errmsg) =>
    `WeCom refused ${operation} with ${errcode}${errmsg && `: ${errmsg}`}`,
  fix: (errcode, helpUrl, ip = "the caller's address") =>
    errorCatalogue[errcode]?.[1].replace('{ip}', ip) ?? `Look the code up at ${helpUrl}.`,
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

/** Takes secrets out of a text. */
type Clean = (text: string) => string

/** A response, refusal or not, and what errors say of its request. */
interface Received {
  body: { errcode?: number; errmsg?: unknown }
  clean: Clean
  sent?: Pick<WeComErrorFields, 'attempts' | 'request'> | undefined
}

/** Throws the error of a response with an errcode other than 0, of the class that the catalogue names. */
export function throwIfRefused(
  texts: ErrorTexts,
  operation: string,
  { body: { errcode, errmsg: said }, clean, sent }: Received,
): void {
  if (!errcode) return
  // Of an object the conversion to text may throw.
  const errmsg = clean(typeof said === 'object' ? '' : `${said ?? ''}`)
  const [short = ''] = errmsg.split(', hint: [')
  const helpUrl = `https://open.work.weixin.qq.com/devtool/query?e=${errcode}`
  const [ErrorClass = WeComApiError, , retry] = errorCatalogue[errcode] ?? []
  const isRateLimit = retry === 'after-a-minute'
  throw new ErrorClass(texts.message(operation, errcode, short), {
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
  let what = `HTTP ${status}; check the proxy or gateway in between`
  // Some runtimes hide the status of a redirect behind 0.
  const shown = status ? ` (HTTP ${status})` : ''
  if (status < 400) what = `a redirect${shown}, which is not followed; check the base URL`
  if (status === 407) what = `HTTP 407; ${PROXY_LOGIN}`
  const fields = { ...response, status, retryable: status >= 500 || status === 429 }
  return createError(HttpError, operation, `returned ${what}`, fields)
}

/** Creates the error of a request that got no response: what failed, the proxy or the server, and what to do. */
export function createConnectionError(
  operation: string,
  address: string,
  thrown: unknown,
  clean: Clean,
): WeComError {
  const { failure, reason } = findFailure(thrown)
  const { code, hostname, port } = failure
  const url = new URL(address)
  const ownPort = url.port || (url.protocol === 'http:' ? 80 : 443)
  // Nobody but a proxy is at another address than the one to call.
  const isElsewhere = (hostname && hostname !== url.hostname) || (port && port !== +ownPort)
  const where = isElsewhere || /proxy/i.test(reason) ? 'the proxy' : url.origin
  let remedy = 'check the address, the network and any proxy'
  if (/cert|signature/i.test(reason)) remedy = CERTIFICATE
  if (/\b407\b|proxy auth/i.test(reason)) remedy = PROXY_LOGIN
  const what = `got no response from ${where} (${clean(reason) || 'no reason given'}); ${remedy}`
  const cause = copyCause(thrown, clean)
  const told = typeof code === 'string' && code && { code: clean(code) }
  return createError(ConnectionError, operation, what, { cause, ...told })
}

/** Finds the innermost cause that says something: around it is often no more than "fetch failed". */
function findFailure(thrown: unknown) {
  let error = Object(thrown)
  let failure = error
  let reason = ''
  for (let depth = 0; depth < 5; depth++) {
    const texts = [error.code, error.message].filter((part) => part && typeof part === 'string')
    const [first, last = ''] = texts
    const said = last.includes(first) ? last : texts.join(': ')
    if (said) [reason, failure] = [said, error]
    error = Object(error.cause ?? error.errors?.[0])
  }
  return { failure, reason }
}

/**
 * Copies what `fetch` or a store threw: only its name, message, code, stack and cause, since its other
 * fields can hold the whole request.
 */
export function copyCause(thrown: unknown, clean: Clean, depth = 0): Error | undefined {
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
