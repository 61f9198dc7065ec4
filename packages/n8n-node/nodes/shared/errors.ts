import {
  HttpError,
  InvalidRequestError,
  WeComApiError,
  WeComError,
} from '@wecom-meeting/client/host'
import { type IDataObject, type INode, NodeApiError, NodeOperationError } from 'n8n-workflow'
import { PROXY_FAILURE } from './fetch.ts'
import { endpoints } from './generated/endpoints.ts'
import type { Entered } from './locators.ts'

/** By name of a request's field: what the editor calls it. Names without `_` are English words too. */
const labels = new Map(
  Object.values(endpoints)
    .flatMap(({ fields }) => Object.entries(fields))
    .filter(([name]) => name.includes('_'))
    .map(([name, { displayName }]) => [name, displayName]),
)

/**
 * The error that the editor shows. Its message says what happened and what to do: a failed activation
 * and a model get nothing else of it. WeCom's hint and link are in its description.
 */
export function toNodeError(
  node: INode,
  error: unknown,
  { itemIndex, entered }: { itemIndex?: number; entered?: Entered | undefined } = {},
): NodeApiError | NodeOperationError {
  if (error instanceof NodeApiError || error instanceof NodeOperationError) return error
  const item = itemIndex === undefined ? {} : { itemIndex }
  if (!(error instanceof WeComError)) {
    const thrown = error instanceof Error ? error : new Error(String(error))
    return new NodeOperationError(node, thrown, { ...item, message: inEditorWords(thrown) })
  }
  const { message, fix } = explain(error, entered)
  const refusal = error instanceof WeComApiError ? detailsOf(error) : undefined
  const shown = refusal && { description: supportText(refusal), httpCode: `${refusal.errcode}` }
  const nodeError = new NodeApiError(node, refusal ?? { message }, { message, ...shown, ...item })
  // n8n replaces a message that contains a code such as ECONNREFUSED; ours names the server.
  nodeError.message = message
  nodeError.context.fix = fix
  return nodeError
}

/** The client refuses a request by the names of its fields, before it is sent. */
function inEditorWords(error: Error): string {
  if (!(error instanceof TypeError)) return error.message
  return error.message.replace(/\w+/g, (word) => labels.get(word) ?? word)
}

function detailsOf({ errcode, errmsg, operation, helpUrl, hint }: WeComApiError) {
  return { errcode, errmsg, operation, helpUrl, hint: hint ?? null }
}

/** What the item of an error says beyond the message. */
export function errorDetails(error: NodeApiError | NodeOperationError): IDataObject {
  const { errcode, hint, helpUrl } = error.errorResponse ?? {}
  const fix = error.context.fix ?? error.description
  const refusal = errcode === undefined ? {} : { errcode, hint, helpUrl }
  return { ...(fix ? { fix } : {}), ...refusal } as IDataObject
}

function supportText({ errcode, hint, helpUrl }: ReturnType<typeof detailsOf>): string {
  const forSupport = hint ? `WeCom's support asks for the hint ${hint}. ` : ''
  return `${forSupport}WeCom's page on ${errcode}: ${helpUrl}`
}

/**
 * What happened and what to do. `message` is the client's message, with the editor's words in place of the
 * `operationId`, followed by `fix`.
 */
export function explain(error: WeComError, entered?: Entered): { message: string; fix: string } {
  const { message, operation } = error
  const summary = endpoints[operation]?.summary
  const what = entered ? ` for ${entered.kind} ${entered.by} ${entered.value.slice(0, 80)}` : ''
  const request = summary ? `"${summary}"${what}` : 'the request for a token'
  // The client ends with advice to programmers.
  const happened = error instanceof WeComApiError ? message : message.replace(/; [^;]+$/, '')
  const text = happened.replace(operation, () => request).replace(/\.$/, '')
  const fix = fixFor(error, entered)
  return { fix, message: `${text.charAt(0).toUpperCase()}${text.slice(1)}. ${fix}` }
}

/**
 * What to do about an error.
 *
 * WeCom refuses a call that requires enrollment where that is not switched on, and does not publish with
 * which errcode: so this is named for one that is undocumented or about the request as a whole.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98876
 */
function fixFor(error: WeComError, entered?: Entered): string {
  if (!(error instanceof WeComApiError)) return connectionFix(error)
  const fix = fixes[error.errcode]?.(error, entered) ?? error.fix
  // Each documented errcode has a class of its own.
  const isSpecific = error.constructor !== WeComApiError && !(error instanceof InvalidRequestError)
  if (endpoints[error.operation]?.requires !== 'enrollment' || isSpecific) return fix
  return `Check that enrollment is switched on for this webinar: WeCom refuses this call where it is not. If it is: ${fix}`
}

type Fix = (error: WeComApiError, entered: Entered | undefined) => string

const tokenFix: Fix = () =>
  'Execute again; if it happens once more, copy the Secret into the credential again.'
const credentialFix: Fix = () => 'Fill in Corp ID and Secret in the credential.'
const ownAppFix: Fix = () =>
  'Choose a credential with the Secret of the app that created the meeting.'
const goneFix: Fix = (_, entered) => `Choose another ${nounOf(entered)}.`

/** What to do in the editor, where the spec says it for a program. */
const fixes: Record<number, Fix> = {
  40001: () =>
    "Copy the app's secret again from the admin console: App Management (应用管理), the app, Secret.",
  40013: () =>
    'Copy the corp ID again from the admin console: My Company (我的企业), at the bottom.',
  40014: tokenFix,
  41001: tokenFix,
  41002: credentialFix,
  41004: credentialFix,
  42001: tokenFix,
  40058: parameterFix,
  40063: parameterFix,
  45009: ({ operation }) =>
    operation === 'getToken'
      ? 'Wait an hour: WeCom blocks an address after several wrong secrets. Check the Secret of the credential meanwhile.'
      : 'Wait a minute. The trigger goes on at its next poll; the other node can wait by itself, with Wait on Rate Limit under Options.',
  45033: () => 'Run fewer workflows at the same time, then execute again.',
  48002: () =>
    "Add the app to the Meeting app's list of callable apps (可调用接口的应用) in the admin console.",
  48005: () => 'Update this node: WeCom has retired what this version of it uses.',
  50003: () => 'Enable the app in the admin console, under App Management (应用管理).',
  60011: () => "Widen the app's visible range (可见范围) in the admin console.",
  90602: (_, entered) =>
    `Check the ID: it may not exist, or another app created it, or it was not created through the API. ${otherKind(entered)}`,
  301002: ownAppFix,
  400028: () => 'Enable the Meeting app (会议) in the admin console.',
  400041: goneFix,
  730003: () => 'Take a Sub-Meeting ID from sub_meetings, which Meeting → Get returns.',
  730004: (_, entered) =>
    `Check the code: it may not exist, or the ${nounOf(entered)} was created by another app, or by hand in WeCom. ${otherKind(entered)}`,
  730005: ownAppFix,
  730006: () => 'Take an enroll_id from Webinar Enrollment → Get Many.',
  730008: goneFix,
  730011: (_, entered) => otherKind(entered),
}

function nounOf(entered: Entered | undefined): string {
  return entered?.kind.toLowerCase() ?? 'meeting'
}

function otherKind(entered: Entered | undefined): string {
  return entered?.kind === 'Webinar'
    ? 'If it is a meeting, choose the resource Meeting: only webinars have enrollments and a trigger.'
    : 'If it is a webinar, choose the resource Webinar.'
}

/** Names the parameter that the errmsg names, where it names one. */
function parameterFix({ errmsg, operation }: WeComApiError, entered: Entered | undefined): string {
  const words = errmsg.split(/\W/)
  const fields = Object.entries(endpoints[operation]?.fields ?? {})
  const named = fields.find(([name]) => words.includes(name))
  if (named) return `Correct ${named[1].displayName}.`
  return `WeCom does not say which value it does not take: check ${entered?.kind ?? 'the parameters'} and the options.`
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
/** What Node says, by `https` and by `fetch`, where the server does not begin with TLS. */
const NO_TLS = /^(EPROTO|ERR_SSL_WRONG_VERSION_NUMBER)$/

function connectionFix(error: WeComError): string {
  if (error instanceof HttpError) return httpFix(error.status)
  const { code, name, message } = innermostCause(error)
  if (name === PROXY_FAILURE) {
    return `The proxy at ${message} does not respond (${code}). ${CHECK_PROXY}`
  }
  if (code === undefined) return CHECK
  if (Object.hasOwn(reasons, code)) return reasons[code] as string
  if (UNTRUSTED.test(code)) return `The server's certificate is not trusted (${code}). ${TRUST}`
  if (NO_TLS.test(code)) {
    return `No https at that address (${code}): the server speaks http there, or another version of TLS. In the Base URL, check its port, and whether it is http.`
  }
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
