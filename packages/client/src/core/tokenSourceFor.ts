import { apiErrorFor } from '../errors/apiErrorFor.ts'
import type { components } from '../generated/openapi.ts'
import { corpTokenSource } from '../tokens/corpTokenSource.ts'
import { tokenKey } from '../tokens/tokenKey.ts'
import { givenTokenSource, isToken, type TokenSource } from '../tokens/tokenSource.ts'
import { formatError } from '../transport/parseAnswer.ts'
import { send } from '../transport/send.ts'
import type { Transport } from '../transport/Transport.ts'
import type { WeComClientOptions } from './options.ts'
import { checkedText } from './validate.ts'

const operation = 'getToken'
type Token = components['schemas']['AccessToken']
type IssuedToken = Pick<Token, 'access_token' | 'expires_in'>
/** How long a token lives, in seconds, where the answer does not say. */
const NORMAL_LIFE = 7200
/**
 * What counts at least and at most, in seconds. WeCom wants tokens kept, and refuses one that has ended:
 * used too long it is renewed then, while a life of nothing would cost a request per call.
 *
 * @see https://developer.work.weixin.qq.com/document/path/91039
 */
const [SHORTEST_LIFE, LONGEST_LIFE] = [60, 86_400]

/** The token source that the options ask for. */
export function tokenSourceFor(
  options: WeComClientOptions,
  transport: Transport,
  now: (() => number) | undefined,
): TokenSource {
  const { accessToken, tokenStore } = options
  if (accessToken !== undefined) return givenTokenSource(accessToken)
  const missing = ['corpId', 'corpSecret'].find((name) => !options[name as 'corpId'])
  if (missing) {
    throw new TypeError(
      `createWeComClient needs corpId and corpSecret, or accessToken; ${missing} is missing.`,
    )
  }
  const corpId = checkedText('corpId', options.corpId)
  const corpSecret = checkedText('corpSecret', options.corpSecret)
  return corpTokenSource({
    key: () => tokenKey(transport.baseUrl, corpId, corpSecret),
    store: tokenStore,
    issue: (signal) => issueToken(transport, corpId, corpSecret, signal),
    now: now ?? Date.now,
    clock: transport.clock,
    tell: transport.tell,
  })
}

async function issueToken(
  transport: Transport,
  corpid: string,
  corpsecret: string,
  signal: AbortSignal,
): Promise<IssuedToken> {
  const answer = await send(transport, givenTokenSource(corpsecret), {
    // Those who wait for the token have deadlines of their own.
    deadline: 0,
    waitOnRateLimit: false,
    operation,
    method: 'GET',
    address: `${transport.baseUrl}/cgi-bin/gettoken`,
    query: `corpid=${encodeURIComponent(corpid)}&`,
    secretName: 'corpsecret',
    signal,
  })
  const refusal = apiErrorFor(transport.errorTexts, operation, answer)
  if (refusal) throw refusal
  return checkedToken(answer.body as Partial<Token>)
}

function checkedToken({ access_token, expires_in }: Partial<Token>): IssuedToken {
  if (!isToken(access_token)) throw formatError(operation, 'no access_token')
  // Of an object the conversion to a number may throw.
  const life = typeof expires_in === 'object' ? NaN : Number(expires_in)
  const seconds = Math.min(Math.max(life, SHORTEST_LIFE), LONGEST_LIFE) || NORMAL_LIFE
  return { access_token, expires_in: seconds }
}
