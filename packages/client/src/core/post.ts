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

/** A `Post` of a client. */
export function postThrough(transport: Transport, tokens: TokenSource): Post {
  return (path, body, resolve, options) => toCall(post(path, body, resolve, options))

  async function post<Data>(
    path: PostPaths,
    body: unknown,
    resolve: (answer: never) => Data,
    options: CallOptions | undefined,
  ): Promise<AnsweredCall<Data>> {
    if (options) checkOptions(options)
    const operation = operationIds[path] as string
    const answer = await send(transport, tokens, {
      ...options,
      operation,
      method: 'POST',
      address: transport.baseUrl + path,
      query: '',
      secretName: 'access_token',
      headers: headersWith(options?.headers),
      body: JSON.stringify(body),
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

const JSON_TYPE = { 'content-type': 'application/json' }

/** The type of the body, and the caller's headers, which may name another in any case. */
function headersWith(headers: Record<string, string> | undefined): Record<string, string> {
  // A Headers object costs more than all else that is made for a request.
  return headers ? { ...JSON_TYPE, ...Object.fromEntries(new Headers(headers)) } : JSON_TYPE
}
