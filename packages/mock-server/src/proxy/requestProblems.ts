import { isRight } from 'fp-ts/lib/Either.js'
import { validateInput } from '../engine/prism.ts'
import type { Operation } from '../spec/operations.ts'

// WeCom's pages ask for JSON and name no Content-Type, so none is asked for.
const headers = { 'content-type': 'application/json' }

/** One thing that is wrong with a request. */
export interface RequestProblem {
  /** Starts with where it is: `['body', 'limit']`, `['query', 'corpid']`. */
  path: string[]
  message: string
  /** JSON Schema's keyword for it: `type`, `required`, … */
  keyword: string
}

/** What Prism's validator finds wrong with a request to `operation`; empty when nothing. */
export function requestProblems(
  { resource }: Pick<Operation, 'resource'>,
  { query, body }: { query: Record<string, string | string[]>; body: unknown },
): RequestProblem[] {
  const { method, path } = resource
  const element = {
    method: method.toLowerCase() as 'post',
    url: { path, query },
    headers,
    body,
  }
  const verdict = validateInput({ resource, element })
  if (isRight(verdict)) return []
  return verdict.left.map(({ path: at = ['body'], message, code }) => ({
    path: at.map(String),
    message,
    keyword: String(code),
  }))
}
