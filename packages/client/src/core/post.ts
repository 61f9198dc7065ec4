import type { Client } from 'openapi-fetch'
import { apiErrorFor } from '../errors/apiErrorFor.ts'
import type { ErrorTexts } from '../errors/ErrorTexts.ts'
import type { components, paths } from '../generated/openapi.ts'
import { operationIds } from '../generated/operations.ts'
import type { CallContext } from '../transport/CallContext.ts'
import type { Answer } from '../transport/exchange.ts'
import { formatError } from '../transport/parseAnswer.ts'
import { type Call, type DataWithResponse, toCall } from './Call.ts'
import type { CallOptions } from './options.ts'

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

/** A `Post` through openapi-fetch. */
export function postThrough(client: Client<paths>, texts: ErrorTexts): Post {
  return (path, body, resolve, options) => toCall(send(path, body, resolve, options))

  async function send<Data>(
    path: PostPaths,
    body: unknown,
    resolve: (answer: never) => Data,
    options: CallOptions | undefined,
  ): Promise<DataWithResponse<Data>> {
    const call: CallContext = { ...options }
    await client.POST(path, { body, headers: call.headers, call } as never)
    const operation = operationIds[path] as string
    const answer = call.answer as Answer
    const refusal = apiErrorFor(texts, operation, answer)
    if (refusal) throw refusal
    const { errcode: _, errmsg: __, ...fields } = answer.body
    try {
      return { data: resolve(fields as never), response: answer.response }
    } catch (cause) {
      throw formatError(operation, 'fields of other types than on its page', cause)
    }
  }
}
