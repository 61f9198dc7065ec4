import { ConnectionError } from '../errors/ConnectionError.ts'
import { HttpError } from '../errors/HttpError.ts'
import { cleanCause, redact } from '../errors/redact.ts'
import type { OutgoingCall } from './OutgoingCall.ts'

const PROXY_LOGIN = 'put user name and password into the address of the proxy'
const CERTIFICATE = 'name your CA in NODE_EXTRA_CA_CERTS or DENO_CERT, or correct the certificate'

/** The error of a response whose HTTP status is not 2xx. Where a redirect leads is not repeated. */
export function httpError(operation: string, status: number): HttpError {
  let [what, remedy] = [`HTTP ${status}`, 'check the proxy or gateway in between']
  // Some runtimes hide the status of a redirect behind 0.
  if (status < 400) {
    what = `a redirect${status ? ` (${what})` : ''}, which is not followed`
    remedy = 'check the base URL'
  }
  if (status === 407) remedy = PROXY_LOGIN
  const fields = { operation, status, retryable: status >= 500 }
  return new HttpError(`${operation} was answered with ${what}; ${remedy}.`, fields)
}

/** The error of a request that got no response: what failed, the proxy or the server, and what to do. */
export function connectionError(
  { operation, address, query }: OutgoingCall,
  thrown: unknown,
  secret: string,
): ConnectionError {
  // Some runtimes name the whole address; what a caller of raw puts into the query may be a secret too.
  const clean = (text: string) => redact(query ? text.replaceAll(query, '') : text, secret)
  const { reason, hostname, port } = innermost(thrown)
  const url = new URL(address)
  const ownPort = url.port || (url.protocol === 'http:' ? 80 : 443)
  let where = url.origin
  let remedy = 'check the address, the network and any proxy'
  // Nobody but a proxy stands at another address than the one to call.
  if (
    (hostname && hostname !== url.hostname) ||
    (port && port !== +ownPort) ||
    /proxy/i.test(reason)
  )
    where = 'the proxy'
  if (/\b407\b|proxy auth/i.test(reason)) remedy = PROXY_LOGIN
  else if (/cert|signature/i.test(reason)) remedy = CERTIFICATE
  return new ConnectionError(
    `${operation} got no answer from ${where} (${clean(reason) || 'no reason given'}); ${remedy}.`,
    { operation, cause: cleanCause(thrown, clean) },
  )
}

interface Failure {
  reason: string
  hostname?: string
  port?: number
}

/** The innermost cause that says something: what is around it is often no more than "fetch failed". */
function innermost(thrown: unknown, depth = 0): Failure {
  const { cause, errors, code, message, hostname, port } = Object(thrown)
  const inner = cause ?? errors?.[0]
  const found = inner && depth < 4 ? innermost(inner, depth + 1) : undefined
  if (found?.reason) return found
  const texts = [code, message].filter((part) => part && typeof part === 'string')
  const [first, last = ''] = texts
  return { reason: last.includes(first) ? last : texts.join(': '), hostname, port }
}
