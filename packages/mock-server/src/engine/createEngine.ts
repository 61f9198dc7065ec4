import { isLeft, right } from 'fp-ts/lib/Either.js'
import { left } from 'fp-ts/lib/TaskEither.js'
import { Refusal } from '../errors/Refusal.ts'
import type { RefusedAnswer } from '../errors/refusedAnswer.ts'
import type { JsonObject } from '../json.ts'
import type { Operation } from '../spec/operations.ts'
import type { Store } from '../state/Store.ts'
import { answerTo } from './answerTo.ts'
import type { Call } from './Call.ts'
import {
  createLogger,
  type Diagnostic,
  factory,
  type IHttpConfig,
  type IHttpOperation,
  type IHttpRequest,
  type IHttpResponse,
  validateInput,
  validateOutput,
} from './prism.ts'
import { validateToken } from './validateToken.ts'

/** What came of one call. */
interface Outcome {
  answer: JsonObject
  /** What Prism found wrong with the request; empty when it is valid. */
  requestProblems: Diagnostic[]
  /** What Prism found wrong with the mock's own answer; anything in here is the mock's fault. */
  answerProblems: Diagnostic[]
}

export type Engine = (operation: Operation, call: Call) => Promise<Outcome>

const headers = { 'content-type': 'application/json' }

/**
 * Prism's engine judges the request and the answer against the spec. In between stand WeCom's
 * tokens (`validateSecurity`) and WeCom's state (`mock`). Routing is done before.
 */
export function createEngine(store: Store, refusedAnswer: RefusedAnswer): Engine {
  const instance = factory<IHttpOperation, IHttpRequest, IHttpResponse, IHttpConfig>(
    {
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      isProxy: false,
      upstreamProxy: undefined,
      mock: { dynamic: false },
    },
    {
      logger: createLogger('wecom-meeting-mock', { level: 'silent' }),
      route: ({ resources }) => right(resources[0] as IHttpOperation),
      validateInput,
      validateSecurity: validateToken(store),
      validateOutput,
      forward: () => () => left(new Error('the mock forwards nothing')),
      mock:
        ({ resource, input }) =>
        () => {
          const call = input.data as Call
          const answer = answerTo(resource, call, input.validations, store)
          const body = answer instanceof Refusal ? refusedAnswer(answer, call) : answer
          return right({ statusCode: 200, headers, body })
        },
    },
  )

  return async ({ resource }, call) => {
    const result = await instance.request(call, [resource])()
    if (isLeft(result)) throw result.left
    const { output, validations } = result.right
    return {
      answer: output.body as JsonObject,
      requestProblems: validations.input,
      answerProblems: validations.output,
    }
  }
}
