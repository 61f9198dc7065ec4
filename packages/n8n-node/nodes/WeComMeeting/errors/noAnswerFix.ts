import {
  HttpError,
  ResponseFormatError,
  TimeoutError,
  type WeComError,
} from '@wecom-meeting/client/core'

const CHECK =
  'Check the Base URL of the credential, and the network and proxy between n8n and that server.'

/** What each reason for a failed connection means; anything else is named by its code alone. */
const reasons: Record<string, string> = {
  ENOTFOUND: 'The name of the server is not known (ENOTFOUND).',
  EAI_AGAIN: 'The name of the server could not be looked up (EAI_AGAIN).',
  ECONNREFUSED: 'Nothing listens at that address (ECONNREFUSED).',
  ECONNRESET: 'The connection was broken off (ECONNRESET).',
  ETIMEDOUT: 'The server did not answer in time (ETIMEDOUT).',
}

/** What to do where no answer of WeCom's came. */
export function noAnswerFix(error: WeComError): string {
  if (error instanceof TimeoutError) return `The server did not answer in time. ${CHECK}`
  if (error instanceof HttpError || error instanceof ResponseFormatError) return CHECK
  const code = codeOf(error)
  return code ? `${reasons[code] ?? `The reason given is ${code}.`} ${CHECK}` : CHECK
}

/** The code of the innermost cause that has one. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code } = error as { code?: unknown }
  return codeOf(error.cause) ?? (typeof code === 'string' ? code : undefined)
}
