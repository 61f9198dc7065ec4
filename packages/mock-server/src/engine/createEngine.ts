import { Refusal } from '../errors/Refusal.ts'
import type { RefusedAnswer } from '../errors/refusedAnswer.ts'
import type { Operation } from '../spec/operations.ts'
import type { Store } from '../state/Store.ts'
import { answerTo } from './answerTo.ts'
import type { Call } from './Call.ts'
import { createRequestJudge, type RequestJudge } from './createRequestJudge.ts'
import { JudgedAnswers } from './JudgedAnswers.ts'
import type { AnswerProblem } from './judgeAnswer.ts'
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
  const judges = new Map<Operation, { request: RequestJudge; answers: JudgedAnswers }>()

  function judgesOf(operation: Operation): { request: RequestJudge; answers: JudgedAnswers } {
    const known = judges.get(operation)
    if (known) return known
    const made = {
      request: createRequestJudge(operation, store),
      answers: new JudgedAnswers(operation),
    }
    judges.set(operation, made)
    return made
  }

  return (operation, call) => {
    const { request, answers } = judgesOf(operation)
    const requestProblems = request(call)
    const given = answerTo(operation.resource, call, requestProblems, store)
    const answer = given instanceof Refusal ? refusedAnswer(given, call) : given
    const { text, problems } = answers.judge(answer)
    const errcode = Number(answer.errcode ?? 0)
    return { text, errcode, requestProblems, answerProblems: problems }
  }
}
