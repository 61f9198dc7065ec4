import type { Client } from 'openapi-fetch'
import { apiErrorFor } from '../errors/apiErrorFor.ts'
import type { components, paths } from '../generated/openapi.ts'
import { operationIds } from '../generated/operations.ts'
import type { AnswerBody } from '../transport/exchange.ts'
import type { DataWithResponse } from './Call.ts'
import type { CallOptions } from './options.ts'

type PostPaths = {
  [Path in keyof paths]: paths[Path] extends { post: { requestBody: unknown } } ? Path : never
}[keyof paths]

type RequestBody<Path extends PostPaths> =
  paths[Path]['post']['requestBody']['content']['application/json']

type Answer<Path extends PostPaths> =
  paths[Path]['post']['responses'][200]['content']['application/json']

// `Exclude` would take the successes out as well: they too have an errcode and an errmsg.
type WithoutRefusal<Answers> = Answers extends unknown
  ? components['schemas']['ErrorResponse'] extends Answers
    ? never
    : Answers
  : never

/** Sends a body to a path; a refusal becomes a `WeComApiError`. */
export type Post = <Path extends PostPaths>(
  path: Path,
  body: RequestBody<Path>,
  options?: CallOptions,
) => Promise<DataWithResponse<WithoutRefusal<Answer<Path>>>>

/** A `Post` through openapi-fetch. */
export function postThrough(raw: Client<paths>): Post {
  return async (path, body, options = {}) => {
    const { data, response } = await raw.POST(path, { body, ...options } as never)
    const { errcode, errmsg } = data as unknown as AnswerBody
    if (errcode) throw apiErrorFor(operationIds[path] ?? path, { errcode, errmsg })
    return { data: data as never, response }
  }
}
