import { parseBaseUrl } from '@wecom-meeting/client/host'
import { shown } from '../../shared/parameters.ts'

/** What the credential holds. */
export interface WeComMeetingApiCredential {
  corpId: string
  corpSecret: string
  baseUrl: string
  /** Not there in credentials that were stored before the field was. */
  allowInsecure?: boolean
}

/**
 * A credential as it can be used: without the white space and line ends that come with copying.
 *
 * @throws one sentence that names the field, and never repeats a secret, a user or a password.
 */
export function checkedCredential(
  stored: WeComMeetingApiCredential,
): Required<WeComMeetingApiCredential> {
  const allowInsecure = stored.allowInsecure === true
  return {
    corpId: word('Corp ID', stored.corpId),
    corpSecret: word('Secret', stored.corpSecret),
    baseUrl: address(word('Base URL', stored.baseUrl), allowInsecure),
    allowInsecure,
  }
}

/** Fields can be filled by expressions, with anything. */
function word(field: string, entered: unknown): string {
  const text = typeof entered === 'string' ? entered.trim() : ''
  if (text === '') throw new Error(`${field} of the credential is empty: enter it.`)
  if (!/\s/.test(text)) return text
  throw new Error(`${field} of the credential has white space in the middle: copy it again.`)
}

/** What is an address is decided by the client; here it is said in the words of the form. */
function address(baseUrl: string, allowInsecure: boolean): string {
  const refused = (problem: string) =>
    new Error(
      `Base URL of the credential ${problem}; expected one like https://qyapi.weixin.qq.com, http only to this machine or with Allow Insecure Base URL.`,
    )
  // Neither is repeated: a password may be in it.
  if (!/^https?:\/\//i.test(baseUrl)) throw refused('does not start with https://')
  if (baseUrl.includes('@')) throw refused('has a user name or a password in it')
  try {
    return parseBaseUrl(baseUrl, allowInsecure)
  } catch {
    const [withoutQuery = ''] = baseUrl.split(/[?#]/)
    const isCut = withoutQuery !== baseUrl
    throw refused(`is ${shown(withoutQuery)}${isCut ? ' with a query or fragment' : ''}`)
  }
}
