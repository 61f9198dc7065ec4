import {
  createHostClient,
  parseBaseUrl,
  type Timer,
  type WeComClient,
  type WeComClientOptions,
} from '@wecom-meeting/client/host'
import { sleep } from 'n8n-workflow'
import { fetchThrough, type HttpRequest } from './fetch.ts'
import { plainText } from './parameters.ts'

/** What the credential holds. */
export interface Credential {
  corpId: string
  corpSecret: string
  baseUrl: string
  /** Missing in credentials that were stored before the field existed. */
  allowInsecure?: boolean
}

/** How many calls of one corp are in flight at once; the client makes them fewer where WeCom asks for that. */
export const MAX_IN_FLIGHT = 30

/**
 * A client for a credential. Clients are light: tokens are kept in this process's memory, which all of
 * them share, so items, nodes and executions use one token.
 *
 * @throws {Error} If a field of the credential cannot be used.
 */
export function clientFor(
  stored: Credential,
  httpRequest: HttpRequest,
  options: Pick<WeComClientOptions, 'maxRetries' | 'tokenStore'> = {},
): WeComClient {
  return createHostClient(
    { ...checkedCredential(stored), concurrency: MAX_IN_FLIGHT, ...options },
    { fetch: fetchThrough(httpRequest), timer: workflowTimer },
  )
}

/** An error already: n8n's `sleep` turns any other reason into one, with a stack, for every call. */
const cancelled = new Error('The timer was cancelled.')

/** A timer made of n8n's `sleep`; verified nodes may not use the runtime's. */
export const workflowTimer: Timer = (ms, onTime) => {
  const timer = new AbortController()
  sleep(ms, timer.signal).then(onTime, () => {})
  return () => timer.abort(cancelled)
}

/** Trims what comes with copying. A message never repeats a secret, a user name or a password. */
function checkedCredential(stored: Credential): Required<Credential> {
  const allowInsecure = stored.allowInsecure === true
  return {
    corpId: checkWord('Corp ID', stored.corpId),
    corpSecret: checkWord('Secret', stored.corpSecret),
    baseUrl: checkBaseUrl(checkWord('Base URL', stored.baseUrl), allowInsecure),
    allowInsecure,
  }
}

/** Fields can be filled by expressions, with anything, which is never repeated. */
function checkWord(field: string, value: unknown): string {
  const text = plainText(value ?? '')
  const refused = (problem: string) => new Error(`${field} of the credential ${problem}.`)
  if (text === undefined)
    throw refused('is neither text nor a whole number: correct its expression')
  if (text === '') throw refused('is empty: enter it')
  if (!/[\s\p{C}]/u.test(text)) return text
  throw refused('has white space or an invisible character in the middle: copy it again')
}

/**
 * The client decides what is valid; here the message uses the labels of the form. The path with which
 * WeCom's documents write its address is understood.
 */
function checkBaseUrl(entered: string, allowInsecure: boolean): string {
  const baseUrl = entered.replace(/\/cgi-bin(?:\/[\w/]*)?$/i, '')
  const refused = (problem: string) =>
    new Error(
      `Base URL of the credential ${problem}; expected one like https://qyapi.weixin.qq.com, http only to this machine or with Allow Insecure Base URL.`,
    )
  // Not repeated, in no part: it may contain a password or a secret.
  if (!/^https?:\/\//i.test(baseUrl)) throw refused('does not start with https://')
  if (baseUrl.includes('@')) throw refused('has a user name or a password in it')
  try {
    return parseBaseUrl(baseUrl, allowInsecure)
  } catch {
    if (!URL.canParse(baseUrl)) throw refused('is no address')
    const hasQuery = /[?#]/.test(baseUrl)
    throw refused(hasQuery ? 'is one with a query or fragment' : 'is http to another machine')
  }
}
