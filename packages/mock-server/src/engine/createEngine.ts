import { Refusal } from '../errors/Refusal.ts'
import type { RefusedAnswer } from '../errors/refusedAnswer.ts'
import type { Operation } from '../spec/operations.ts'
import type { Store } from '../state/Store.ts'
import { answerTo } from './answerTo.ts'
import type { Call } from './Call.ts'
import { JudgedAnswers } from './JudgedAnswers.ts'
import type { AnswerProblem } from './judgeAnswer.ts'
import { judgeRequest } from './judgeRequest.ts'
import type { Diagnostic } from './prism.ts'

/** What came of one call. */
export interface Outcome {
  /** The answer as JSON. */
  text: string
  /** The answer's errcode; 0 also where it has none. */
  errcode: number
  /** What Prism found wrong with the request; empty when it is valid. */
  requestProblems: Diagnostic[]
  /** What Prism found wrong with the mock's own answer; anything in here is the mock's fault. */
  answerProblems: AnswerProblem[]
}

export type Engine = (operation: Operation, call: Call) => Outcome

/**
 * Prism's validators judge the request and the answer against the spec. In between stand WeCom's
 * tokens and WeCom's state. Routing is done before.
 */
export function createEngine(store: Store, refusedAnswer: RefusedAnswer): Engine {
  const judgedAnswers = new Map<Operation, JudgedAnswers>()

  function answersOf(operation: Operation): JudgedAnswers {
    const known = judgedAnswers.get(operation)
    if (known) return known
    const made = new JudgedAnswers(operation)
    judgedAnswers.set(operation, made)
    return made
  }

  return (operation, call) => {
    const requestProblems = judgeRequest(operation, call, store)
    const given = answerTo(operation.resource, call, requestProblems, store)
    const answer = given instanceof Refusal ? refusedAnswer(given, call) : given
    const { text, problems } = answersOf(operation).judge(answer)
    const errcode = Number(answer.errcode ?? 0)
    return { text, errcode, requestProblems, answerProblems: problems }
  }
}
