import { operationIds } from '../generated/operations.ts'
import type { TokenSource } from '../tokens/tokenSource.ts'
import { send } from './send.ts'
import type { Transport } from './Transport.ts'

const secretName = 'access_token' as const

/** The `fetch` beneath `raw`: a request of openapi-fetch's goes the way of all calls. */
export function rawFetch(
  transport: Transport,
  tokens: TokenSource,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const { method, headers, signal } = request
    const { origin, pathname, searchParams } = new URL(request.url)
    const address = origin + pathname
    const path = address.slice(transport.baseUrl.length)
    const operation = operationIds[path] ?? path
    searchParams.delete(secretName)
    const query = searchParams.size > 0 ? `${searchParams}&` : ''
    const body = (await request.text()) || null
    const sent = { operation, method, address, query, secretName, headers, body, signal }
    const { text, response } = await send(transport, tokens, sent)
    return new Response(text, response)
  }
}
