import {
  HttpError,
  InvalidRequestError,
  WeComApiError,
  WeComError,
} from '@wecom-meeting/client/host'
import { type INode, type JsonObject, NodeApiError, NodeOperationError } from 'n8n-workflow'
import { PROXY_FAILURE } from './fetch.ts'

/** The error that the editor shows: what happened as its message, what to do as its description. */
export function toNodeError(
  node: INode,
  error: unknown,
  item: { itemIndex?: number } = {},
): NodeApiError | NodeOperationError {
  if (error instanceof NodeApiError || error instanceof NodeOperationError) return error
  if (!(error instanceof WeComError)) {
    return new NodeOperationError(node, error instanceof Error ? error : String(error), item)
  }
  const description = fixFor(error)
  // n8n passes a model nothing of an error but its message. It names a node that is a tool so.
  const isTool = node.type.endsWith('Tool')
  const message = isTool ? withFix(error.message, description) : error.message
  const texts = { message, description, ...item }
  if (error instanceof WeComApiError) {
    const { errcode, errmsg, operation, helpUrl, hint = null } = error
    const details: JsonObject = { errcode, errmsg, operation, helpUrl, hint }
    return new NodeApiError(node, details, { ...texts, httpCode: `${errcode}` })
  }
  const nodeError = new NodeApiError(node, { message: error.message }, texts)
  // n8n replaces a message that contains a code such as ECONNREFUSED; ours names the server.
  nodeError.message = message
  return nodeError
}

/** A message and what to do, in one text. */
export function withFix(message: string, fix: string): string {
  return `${message.replace(/\.$/, '')}. ${fix}`
}

/**
 * What to do about an error.
 *
 * WeCom's page on enrollments says that the call is refused where enrollment is not switched on, but not
 * with which errcode: so this is named for one that is undocumented or about the request as a whole.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98876
 */
export function fixFor(error: WeComError): string {
  if (!(error instanceof WeComApiError)) return connectionFix(error)
  const { operation, fix } = error
  // Each documented errcode has a class of its own.
  const isSpecific = error.constructor !== WeComApiError && !(error instanceof InvalidRequestError)
  if (operation !== 'listWebinarEnrollments' || isSpecific) return fix
  return `Check that enrollment is switched on for this webinar: WeCom refuses this call where it is not. If it is: ${fix}`
}

const CHECK =
  'Check the Base URL of the credential, and the network and proxy between n8n and that server.'
const CHECK_PROXY = 'Check HTTPS_PROXY or HTTP_PROXY in the environment of n8n.'
const TRUST =
  'If it is self-signed or from a company CA, start n8n with NODE_EXTRA_CA_CERTS=/path/to/ca.pem.'

/** What each code of a failed connection means; any other is named by its code alone. */
const reasons: Record<string, string> = {
  ENOTFOUND: `The server name is unknown (ENOTFOUND). ${CHECK}`,
  EAI_AGAIN: `The server name could not be looked up (EAI_AGAIN). ${CHECK}`,
  ECONNREFUSED: `Nothing listens at that address (ECONNREFUSED). ${CHECK}`,
  ECONNRESET: `The connection was reset (ECONNRESET). ${CHECK}`,
  ETIMEDOUT: `The server did not respond in time (ETIMEDOUT). ${CHECK}`,
  CERT_HAS_EXPIRED: "The server's certificate has expired (CERT_HAS_EXPIRED).",
  CERT_NOT_YET_VALID: "The server's certificate is not valid yet (CERT_NOT_YET_VALID).",
  ERR_TLS_CERT_ALTNAME_INVALID: `The server's certificate is for another name (ERR_TLS_CERT_ALTNAME_INVALID). ${CHECK}`,
}

/** What Node's codes for an untrusted certificate have in common. */
const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/

function connectionFix(error: WeComError): string {
  if (error instanceof HttpError) return httpFix(error.status)
  const { code, name, message } = innermostCause(error)
  if (name === PROXY_FAILURE) {
    return `The proxy at ${message} does not respond (${code}). ${CHECK_PROXY}`
  }
  if (code === undefined) return CHECK
  if (Object.hasOwn(reasons, code)) return reasons[code] as string
  if (UNTRUSTED.test(code)) return `The server's certificate is not trusted (${code}). ${TRUST}`
  return `The error code is ${code}. ${CHECK}`
}

function httpFix(status: number): string {
  if (status === 407) {
    return `The proxy requires a user name and a password (HTTP 407). ${CHECK_PROXY} They are written as http://user:password@proxy:port.`
  }
  if (status >= 300 && status < 400) {
    return `The server redirects to another address. Redirects are not followed, because the request carries a secret. ${CHECK}`
  }
  return CHECK
}

/** The innermost cause that has a code. */
function innermostCause(error: unknown): { name?: string; message?: string; code?: string } {
  if (!(error instanceof Error)) return {}
  const inner = innermostCause(error.cause)
  return inner.code === undefined ? error : inner
}
