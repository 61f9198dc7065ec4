import type { CallLimits } from '../core/options.ts'
import { within } from '../core/within.ts'
import { retryOf } from '../errors/catalogueEntry.ts'
import { operationIds } from '../generated/operations.ts'
import type { TokenSource } from '../tokens/tokenSource.ts'
import type { CallContext, OwnRequest } from './CallContext.ts'
import { type Answer, type Exchange, exchange } from './exchange.ts'
import { withRetries } from './retry.ts'
import type { Transport } from './Transport.ts'

/** A call as it is sent, whatever the attempt. */
type PreparedCall = Required<CallLimits> & Pick<Exchange, 'operation' | 'url' | 'init'>

/** Told to openapi-fetch for the client's own calls, whose answer is in their context. */
const NOTHING_TO_READ = { status: 204, ok: true, headers: new Headers() } as Response

/**
 * The `fetch` beneath openapi-fetch: adds the token, sends again where that can help, and after a
 * refused token once more with a new one. It stands this low because only here both the parsed
 * errcode and the request are at hand, and `raw` profits too.
 */
export function apiFetch(
  transport: Transport,
  tokens: TokenSource,
): (request: Request | OwnRequest) => Promise<Response> {
  return async (request) => {
    const own = 'call' in request ? request.call : undefined
    const { signal, ...limits }: CallContext = own ?? { signal: (request as Request).signal }
    const call = { ...transport.limits, ...limits, ...(await prepare(transport, request)) }
    const { operation, deadline: ms } = call
    const limit = { operation, name: 'deadline', ms, timer: transport.timer } as const
    const answer = await within(signal, (ended) => send(transport, tokens, call, ended), limit)
    if (!own) return new Response(answer.text, answer.response)
    own.answer = answer
    return NOTHING_TO_READ
  }
}

async function prepare(
  { baseUrl }: Transport,
  request: Request | OwnRequest,
): Promise<Pick<Exchange, 'operation' | 'url' | 'init'>> {
  const { url, method, headers } = request
  const [path = ''] = url.slice(baseUrl.length).split('?')
  const body = typeof request.body === 'string' ? request.body : await (request as Request).text()
  return {
    operation: operationIds[path] ?? path,
    url,
    init: { method, headers, ...(body && { body }) },
  }
}

async function send(
  transport: Transport,
  tokens: TokenSource,
  call: PreparedCall,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const { url } = call
  let current = await tokens.get(signal)
  let attempt = 0
  let renewed = false

  function once(): Promise<Answer> {
    const secret = current.token
    attempt += 1
    const separator = url.includes('?') ? '&' : '?'
    const withToken = `${url}${separator}access_token=${encodeURIComponent(secret)}`
    return exchange(transport, { ...call, url: withToken, secret, attempt, signal })
  }

  return withRetries(transport, { ...call, signal }, async () => {
    const answer = await once()
    if (renewed || retryOf(answer.body.errcode ?? 0) !== 't') return answer
    renewed = true
    const refused = current
    await tokens.drop(refused)
    current = await tokens.get(signal)
    return current.token === refused.token ? answer : once()
  })
}
