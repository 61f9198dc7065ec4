import {
  HttpError,
  ResponseFormatError,
  TimeoutError,
  type WeComError,
} from '@wecom-meeting/client/host'
import { PROXY_FAILURE } from '../transport/httpRequestFetch.ts'

const CHECK =
  'Check the Base URL of the credential, and the network and proxy between n8n and that server.'
const CHECK_PROXY = 'Check HTTPS_PROXY or HTTP_PROXY in the environment of n8n.'
const TRUST =
  'If it is self-signed or of a company CA, start n8n with NODE_EXTRA_CA_CERTS=/path/to/ca.pem.'

/** What each reason for a failed connection means; anything else is named by its code alone. */
const reasons: Record<string, string> = {
  ENOTFOUND: `The name of the server is not known (ENOTFOUND). ${CHECK}`,
  EAI_AGAIN: `The name of the server could not be looked up (EAI_AGAIN). ${CHECK}`,
  ECONNREFUSED: `Nothing listens at that address (ECONNREFUSED). ${CHECK}`,
  ECONNRESET: `The connection was broken off (ECONNRESET). ${CHECK}`,
  ETIMEDOUT: `The server did not answer in time (ETIMEDOUT). ${CHECK}`,
  CERT_HAS_EXPIRED: 'The certificate of the server has expired (CERT_HAS_EXPIRED).',
  CERT_NOT_YET_VALID: 'The certificate of the server is not valid yet (CERT_NOT_YET_VALID).',
  ERR_TLS_CERT_ALTNAME_INVALID: `The certificate of the server is for another name (ERR_TLS_CERT_ALTNAME_INVALID). ${CHECK}`,
}

/** What Node's codes for a certificate that is not trusted have in common. */
const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/

/** What to do where no answer of WeCom's came. */
export function noAnswerFix(error: WeComError): string {
  if (error instanceof TimeoutError) return `The server did not answer in time. ${CHECK}`
  if (error instanceof HttpError) return httpFix(error.status)
  if (error instanceof ResponseFormatError) return CHECK
  const { code, name, message } = innermostCause(error)
  if (name === PROXY_FAILURE) {
    return `The proxy at ${message} does not answer (${code}). ${CHECK_PROXY}`
  }
  if (code === undefined) return CHECK
  if (Object.hasOwn(reasons, code)) return reasons[code] as string
  if (UNTRUSTED.test(code))
    return `The certificate of the server is not trusted (${code}). ${TRUST}`
  return `The reason given is ${code}. ${CHECK}`
}

function httpFix(status: number): string {
  if (status === 407) {
    return `The proxy wants a user name and a password (HTTP 407). ${CHECK_PROXY} They are written as http://user:password@proxy:port.`
  }
  if (status >= 300 && status < 400) {
    return `The server sends the call on to another address, which is not followed as it carries a secret. ${CHECK}`
  }
  return CHECK
}

interface Cause {
  name?: string
  message?: string
  code?: string
}

/** The innermost cause that has a code. */
function innermostCause(error: unknown): Cause {
  if (!(error instanceof Error)) return {}
  const inner = innermostCause(error.cause)
  return inner.code === undefined ? (error as Cause) : inner
}
