import { apiErrorFor } from '../errors/apiErrorFor.ts'
import type { components } from '../generated/openapi.ts'
import { corpTokenSource } from '../tokens/corpTokenSource.ts'
import { tokenKey } from '../tokens/tokenKey.ts'
import { givenTokenSource, type TokenSource } from '../tokens/tokenSource.ts'
import { exchange } from '../transport/exchange.ts'
import { withRetries } from '../transport/retry.ts'
import type { Sleep, WeComClientOptions } from './options.ts'

interface Transport {
  baseUrl: string
  fetch: typeof fetch
  sleep: Sleep
  maxRetries: number
}

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
    issue: () => issueToken(transport, corpId, corpSecret),
  })
}

async function issueToken(
  { baseUrl, fetch, ...retryPlan }: Transport,
  corpId: string,
  corpSecret: string,
): Promise<components['schemas']['Token']> {
  const query = new URLSearchParams({ corpid: corpId, corpsecret: corpSecret })
  const url = `${baseUrl}/cgi-bin/gettoken?${query}`
  const { body } = await withRetries(() => exchange(fetch, 'getToken', url, {}), retryPlan)
  const { errcode, errmsg } = body
  if (errcode) throw apiErrorFor('getToken', { errcode, errmsg })
  return body as components['schemas']['Token']
}
