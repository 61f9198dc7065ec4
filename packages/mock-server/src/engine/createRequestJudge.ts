import { isLeft } from 'fp-ts/lib/Either.js'
import { isNone } from 'fp-ts/lib/Option.js'
import type { Operation } from '../spec/operations.ts'
import type { Store } from '../state/Store.ts'
import type { Call } from './Call.ts'
import {
  type Diagnostic,
  type IHttpOperation,
  ValidationContext,
  validateAgainstSchema,
  validateInput,
} from './prism.ts'
import { tokenProblem } from './tokenProblem.ts'

/** Says what is wrong with a request; empty when it is valid. */
export type RequestJudge = (call: Call) => Diagnostic[]

/**
 * Judges the requests of one operation: WeCom's token check in the place of Prism's security check,
 * which takes any token, then Prism's own validator.
 */
export function createRequestJudge({ resource }: Operation, store: Store): RequestJudge {
  const slim = withoutEmptyParts(resource)
  const isValidBody = bodyCheck(slim)
  return (call) => {
    const problem = tokenProblem(resource, call.url.query, store)
    const problems = isValidBody?.(call.body) ? [] : problemsOf(slim, call)
    return problem ? [problem, ...problems] : problems
  }
}

function problemsOf(resource: IHttpOperation, call: Call): Diagnostic[] {
  const verdict = validateInput({ resource, element: call })
  return isLeft(verdict) ? verdict.left : []
}

/**
 * Prism compiles a path's template anew for every request, and reads headers and path against lists
 * that are empty: half of its time. What has no parameters there needs none of it.
 */
function withoutEmptyParts(resource: IHttpOperation): IHttpOperation {
  const parts = Object.entries(resource.request ?? {})
  const request = Object.fromEntries(parts.filter(([, part]) => [part].flat().length > 0))
  return { ...resource, request }
}

/**
 * Where the body is all there is to judge, Prism's schema validator alone can say that it is valid,
 * in an eighth of the time: the way there, by media type and content negotiation, is the same for
 * every request. Whatever it does not find valid goes all the way, for Prism's words.
 */
function bodyCheck(resource: IHttpOperation): ((body: unknown) => boolean) | undefined {
  const { body, ...others } = resource.request ?? {}
  const [content, ...more] = body?.contents ?? []
  const { schema } = content ?? {}
  if (!schema || more.length > 0 || content?.mediaType !== 'application/json') return undefined
  if (Object.keys(others).length > 0) return undefined
  const bundle = (resource as { __bundled__?: unknown }).__bundled__
  const { Input } = ValidationContext
  return (value) =>
    Boolean(value) && isNone(validateAgainstSchema(value, schema, false, Input, 'body', bundle))
}
