import { isRight } from 'fp-ts/lib/Either.js'
import type { Operation } from '../spec/operations.ts'
import { validateOutput } from './prism.ts'

const headers = { 'content-type': 'application/json' }

/** One thing that is wrong with an answer. */
export interface AnswerProblem {
  /** From the body down: `['enroll_list', '0', 'status']`. */
  path: string[]
  message: string
  /** JSON Schema's keyword for it: `type`, `required`, … */
  keyword: string
}

/** What Prism's validator finds wrong with `body` as the answer of `operation`; empty when nothing. */
export function judgeAnswer(
  { resource }: Pick<Operation, 'resource'>,
  body: unknown,
): AnswerProblem[] {
  const verdict = validateOutput({ resource, element: { statusCode: 200, headers, body } })
  if (isRight(verdict)) return []
  return verdict.left.map(({ path = [], message, code }) => ({
    path: path.slice(1).map(String),
    message,
    keyword: String(code),
  }))
}
