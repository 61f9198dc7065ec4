import type { Sleep } from '../core/options.ts'
import { errorCatalogue } from '../generated/errorCatalogue.ts'
import { operationIds } from '../generated/operations.ts'
import type { TokenSource } from '../tokens/tokenSource.ts'
import type { ApiRequest } from './ApiRequest.ts'
import { type Answer, exchange } from './exchange.ts'
import { withRetries } from './retry.ts'

/** What an `apiFetch` needs. */
export interface ApiFetchInit {
  baseUrl: string
  fetch: typeof fetch
  sleep: Sleep
  maxRetries: number
  tokens: TokenSource
}

/**
 * The `fetch` beneath openapi-fetch: adds the token, sends again where that can help, and after a
 * refused token once more with a new one. It stands this low because only here both the parsed
 * errcode and the request are at hand, and `raw` profits too.
 */
export function apiFetch({
  baseUrl,
  fetch,
  sleep,
  maxRetries,
  tokens,
}: ApiFetchInit): (request: Request) => Promise<Response> {
  return async (request) => {
    const { signal } = request
    const payload = (request as ApiRequest).payload

    async function send(token: string): Promise<Answer> {
      const url = new URL(request.url)
      url.searchParams.set('access_token', token)
      const init: RequestInit = { method: request.method, headers: request.headers, signal }
      if (payload !== undefined) init.body = payload
      const path = `${url.origin}${url.pathname}`.slice(baseUrl.length)
      const operation = operationIds[path] ?? path
      return await withRetries(() => exchange(fetch, operation, url.href, init), {
        maxRetries,
        sleep,
        signal,
      })
    }

    const token = await tokens.get()
    let answer = await send(token)
    if (needsNewToken(answer)) {
      await tokens.drop(token)
      const newer = await tokens.get()
      if (newer !== token) answer = await send(newer)
    }
    return new Response(answer.text, answer.response)
  }
}

function needsNewToken({ body }: Answer): boolean {
  return errorCatalogue.get(body.errcode ?? 0)?.retry === 'with-a-new-token'
}
