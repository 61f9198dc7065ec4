import type { operations as Operations } from '@wecom-meeting/spec/types'
import { createHostClient, type WeComClient } from './client.ts'
import { ConnectionError } from './errorClasses.ts'
import { operations } from './generated/operations.ts'
import type { ClientSettings } from './options.ts'
import { runtimeTimer } from './runtimeTimer.ts'
import type { Success } from './schemas.ts'

export { forgetTokens } from './tokens/corpTokens.ts'

/** The operations that take a body: all but the request for a token. */
type Operation = {
  [Name in keyof Operations]: Operations[Name] extends { requestBody: unknown } ? Name : never
}[keyof Operations]

type Json<Of> = Of extends { content: { 'application/json': infer Body } } ? Body : never

type Refusal = { errcode: number; errmsg?: string }

/** Any part of a value. */
type Part<Value> = Value extends readonly (infer Item)[]
  ? Part<Item>[]
  : Value extends object
    ? { [Name in keyof Value]?: Part<Value[Name]> }
    : Value

type Given<Request, Response> = Response | ((request: Request) => Response | Promise<Response>)

/**
 * What a fake WeCom returns: for each operation a response, of which any part will do, a refusal, or a function
 * that makes one of the request. An endpoint that the spec does not have is named by its path.
 */
export type FakeResponses = {
  [Name in Operation]?: Given<
    Json<Operations[Name]['requestBody']>,
    Part<Success<Json<Operations[Name]['responses'][200]>>> | Refusal
  >
} & { [path: `/${string}`]: Given<unknown, object> }

/**
 * Creates a real client of a fake WeCom: no network, no token, no waits and no retries, unless `settings` ask for
 * them. Paging, errors and what the pages contradict are as ever.
 *
 * @param settings As of a client; with `maxRetries`, waits between attempts take no time.
 * @throws {ConnectionError} From a call that has no response; its message names the operation.
 * @example
 * const wecom = createFakeClient({
 *   getWebinar: { title: '秋季发布会' },
 *   getMeeting: { errcode: 90602, errmsg: 'invalid meetingid' },
 *   listWebinarEnrollments: ({ cursor }) => (cursor ? lastPage : firstPage),
 * })
 */
export function createFakeClient(
  responses: FakeResponses,
  settings: ClientSettings = {},
): WeComClient {
  async function fetch(address: unknown, { body }: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(String(address))
    const name = operations[pathname]?.[0] ?? pathname
    const given = (responses as Record<string, Given<unknown, object> | undefined>)[name]
    if (given === undefined) {
      const missing = `createFakeClient was given no response for ${name}; add one under this name.`
      throw new ConnectionError(missing, { operation: name })
    }
    const request = typeof body === 'string' ? JSON.parse(body) : body
    const response = typeof given === 'function' ? await given(request) : given
    return Response.json({ errcode: 0, errmsg: 'ok', ...response })
  }
  const options = { maxRetries: 0, sleep: async () => {}, ...settings }
  return createHostClient(
    { accessToken: 'token-of-a-fake-client', ...options },
    { fetch, timer: runtimeTimer },
  )
}
