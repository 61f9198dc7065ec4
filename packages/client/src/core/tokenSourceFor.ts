import { apiErrorFor } from '../errors/apiErrorFor.ts'
import type { components } from '../generated/openapi.ts'
import { corpTokenSource } from '../tokens/corpTokenSource.ts'
import { tokenKey } from '../tokens/tokenKey.ts'
import { givenTokenSource, type TokenSource } from '../tokens/tokenSource.ts'
import { formatError } from '../transport/parseAnswer.ts'
import { send } from '../transport/send.ts'
import type { Transport } from '../transport/Transport.ts'
import type { WeComClientOptions } from './options.ts'

const operation = 'getToken'
type Token = components['schemas']['AccessToken']
type IssuedToken = Pick<Token, 'access_token' | 'expires_in'>
/** How long a token lives, in seconds, where the answer does not say. */
const NORMAL_LIFE = 7200

/** The token source that the options ask for. */
export function tokenSourceFor(options: WeComClientOptions, transport: Transport): TokenSource {
  const { accessToken, corpId, corpSecret, tokenStore } = options
  if (accessToken !== undefined) return givenTokenSource(accessToken)
  if (!corpId || !corpSecret) {
    throw new TypeError(
      `createWeComClient needs corpId and corpSecret, or accessToken; ${corpId ? 'corpSecret' : 'corpId'} is missing.`,
    )
  }
  return corpTokenSource({
    key: () => tokenKey(transport.baseUrl, corpId, corpSecret),
    store: tokenStore,
    issue: (signal) => issueToken(transport, corpId, corpSecret, signal),
    now: transport.now,
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
  if (typeof access_token !== 'string' || !access_token) {
    throw formatError(operation, 'no access_token')
  }
  return { access_token, expires_in: Number(expires_in) || NORMAL_LIFE }
}
