import type { CallLimits } from '../core/options.ts'
import { within } from '../core/within.ts'
import { retryOf } from '../errors/catalogueEntry.ts'
import { operationIds } from '../generated/operations.ts'
import type { TokenSource } from '../tokens/tokenSource.ts'
import type { CallContext } from './CallContext.ts'
import { type Answer, type Exchange, exchange } from './exchange.ts'
import { withRetries } from './retry.ts'
import type { Transport } from './Transport.ts'

/** A call as it is sent, whatever the attempt. */
interface PreparedCall extends Required<CallLimits> {
  operation: string
  url: URL
  init: Exchange['init']
}

/**
 * The `fetch` beneath openapi-fetch: adds the token, sends again where that can help, and after a
 * refused token once more with a new one. It stands this low because only here both the parsed
 * errcode and the request are at hand, and `raw` profits too.
 */
export function apiFetch(
  transport: Transport,
  tokens: TokenSource,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const { call: context = { signal: request.signal } } = request as { call?: CallContext }
    const call = await prepare(transport, request, context)
    const { operation, deadline: ms } = call
    const limit = { operation, name: 'deadline', ms, timer: transport.timer } as const
    const work = (signal: AbortSignal) => send(transport, tokens, call, signal)
    const answer = await within(context.signal, work, limit)
    context.answer = answer
    return new Response(answer.text, answer.response)
  }
}

async function prepare(
  { baseUrl, limits }: Transport,
  request: Request,
  context: CallLimits,
): Promise<PreparedCall> {
  const { method, headers } = request
  const url = new URL(request.url)
  const path = (url.origin + url.pathname).slice(baseUrl.length)
  const body = await request.text()
  const init = { method, headers, ...(body && { body }) }
  return { ...limits, ...context, operation: operationIds[path] ?? path, url, init }
}

async function send(
  transport: Transport,
  tokens: TokenSource,
  call: PreparedCall,
  signal: AbortSignal,
): Promise<Answer> {
  const { url } = call
  let current = await tokens.get(signal)
  let attempt = 0
  let renewed = false

  function once(): Promise<Answer> {
    const secret = current.token
    url.searchParams.set('access_token', secret)
    attempt += 1
    return exchange(transport, { ...call, secret, attempt, signal })
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
