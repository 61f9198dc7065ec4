import createFetchClient, { type Client } from 'openapi-fetch'
import type { CallLimits } from '../core/options.ts'
import { checkOptions } from '../core/validate.ts'
import type { paths } from '../generated/openapi.ts'
import { operationIds } from '../generated/operations.ts'
import type { TokenSource } from '../tokens/tokenSource.ts'
import { responseOf } from './exchange.ts'
import { send } from './send.ts'
import type { Transport } from './Transport.ts'

type Method = (...args: unknown[]) => unknown

/** openapi-fetch over the way that all calls go. */
export function rawClient(transport: Transport, tokens: TokenSource): Client<paths> {
  const client = createFetchClient<paths>({ baseUrl: transport.baseUrl })
  const methods = client as unknown as Record<string, Method>
  for (const [name, method] of Object.entries(methods)) {
    if (name === 'use' || name === 'eject') continue
    const at = name === 'request' ? 2 : 1
    methods[name] = async (...args) => {
      const { [at]: init = {} } = args as object[]
      checkOptions(init)
      // With each call, since a middleware may replace the request, and then its limits would be lost.
      args[at] = { fetch: fetchThrough(transport, tokens, init), ...init }
      return method(...args)
    }
  }
  return client
}

function fetchThrough(
  transport: Transport,
  tokens: TokenSource,
  limits: CallLimits,
): (request: Request) => Promise<Response> {
  const { baseUrl } = transport
  const secretName = 'access_token'
  return async (request) => {
    const { method, headers, signal } = request
    const { origin, pathname, searchParams } = new URL(request.url)
    const address = origin + pathname
    if (!address.startsWith(`${baseUrl}/`)) {
      throw new TypeError(`raw was to call ${origin}; tokens go to ${baseUrl} alone.`)
    }
    const path = address.slice(baseUrl.length)
    const operation = operationIds[path] ?? path
    searchParams.delete(secretName)
    const query = searchParams.size > 0 ? `${searchParams}&` : ''
    const body = (await request.text()) || null
    const sent = { operation, method, address, query, secretName, headers, body, signal } as const
    return responseOf(await send(transport, tokens, { ...limits, ...sent }))
  }
}
