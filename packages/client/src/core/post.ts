import { apiErrorFor } from '../errors/apiErrorFor.ts'
import type { components, paths } from '../generated/openapi.ts'
import { operationIds } from '../generated/operations.ts'
import type { TokenSource } from '../tokens/tokenSource.ts'
import { formatError } from '../transport/parseAnswer.ts'
import { send } from '../transport/send.ts'
import type { Transport } from '../transport/Transport.ts'
import { type AnsweredCall, type Call, toCall } from './Call.ts'
import type { CallOptions } from './options.ts'
import { checkOptions } from './validate.ts'

type PostPaths = {
  [Path in keyof paths]: paths[Path] extends { post: { requestBody: unknown } } ? Path : never
}[keyof paths]

type RequestBody<Path extends PostPaths> =
  paths[Path]['post']['requestBody']['content']['application/json']

type AnswerTo<Path extends PostPaths> =
  paths[Path]['post']['responses'][200]['content']['application/json']

// `Exclude` would take the successes out as well: they too have an errcode and an errmsg.
type WithoutRefusal<Answers> = Answers extends unknown
  ? components['schemas']['ErrorResponse'] extends Answers
    ? never
    : Answers
  : never

/**
 * Sends a body to a path; a refusal becomes a `WeComApiError`.
 *
 * @param resolve Resolves what the pages contradict, in the very object that is given.
 */
export type Post = <Path extends PostPaths, Data>(
  path: Path,
  body: RequestBody<Path>,
  resolve: (answer: Omit<WithoutRefusal<AnswerTo<Path>>, 'errcode' | 'errmsg'>) => Data,
  options: CallOptions | undefined,
) => Call<Data>

/**
 * Calls any endpoint of WeCom's with the client's token, retries, limits and typed errors.
 *
 * @param path From the base URL on, such as `/cgi-bin/user/get?userid=zhangsan`.
 * @param body Sent as JSON with POST; without one the call is a GET.
 * @returns What WeCom returned, without `errcode` and `errmsg`.
 */
export type SendRequest = <Data extends object = Record<string, unknown>>(
  path: string,
  body?: object,
  options?: CallOptions,
) => Call<Data>

/** A `Post` and a `SendRequest` of a client. */
export function postThrough(
  transport: Transport,
  tokens: TokenSource,
): { post: Post; request: SendRequest } {
  return {
    post: (path, body, resolve, options) =>
      toCall(sendTo(path, '', body, resolve as never, options)),
    request: (path, body, options) => {
      const [pathname = '', query] = checkPath(path).split('?')
      const first = query ? `${query}&` : ''
      return toCall(sendTo(pathname, first, body, (data) => data as never, options))
    },
  }

  async function sendTo<Data>(
    path: string,
    query: string,
    body: unknown,
    resolve: (answer: never) => Data,
    options: CallOptions | undefined,
  ): Promise<AnsweredCall<Data>> {
    if (options) checkOptions(options)
    const operation = operationIds[path] ?? path
    const answer = await send(transport, tokens, {
      ...options,
      operation,
      method: body ? 'POST' : 'GET',
      address: transport.baseUrl + path,
      query,
      secretName: 'access_token',
      headers: headersWith(options?.headers),
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const refusal = apiErrorFor(transport.errorTexts, operation, answer)
    if (refusal) throw refusal
    const { errcode: _, errmsg: __, ...fields } = answer.body
    try {
      return { data: resolve(fields as never), answer }
    } catch (cause) {
      throw formatError(operation, 'fields of other types than on its page', cause)
    }
  }
}

/** What leads away from the base URL, or is another token. */
const UNSAFE_PATH = /^[^/]|^\/\/|\.\.|[\\#\s]|%2e|access_token/i

function checkPath(path: string): string {
  if (typeof path === 'string' && path && !UNSAFE_PATH.test(path)) return path
  throw new TypeError(
    'path must start with a single /, such as /cgi-bin/user/get?userid=zhangsan, without .. and access_token.',
  )
}

const JSON_TYPE = { 'content-type': 'application/json' }

/** The type of the body, and the caller's headers, which may name another in any case. */
function headersWith(headers: Record<string, string> | undefined): Record<string, string> {
  // A Headers object costs more than all else that is made for a request.
  return headers ? { ...JSON_TYPE, ...Object.fromEntries(new Headers(headers)) } : JSON_TYPE
}
