import type { INodeProperties } from 'n8n-workflow'
import type { Endpoint } from '../endpoint.ts'
import { outputChoice } from '../output/outputChoice.ts'
import { optionsProperty, rawOption, simplifyProperty } from '../output/outputProperties.ts'
import type { Operation, OperationCall } from './operation.ts'
import { rawAnswer } from './rawOutput.ts'

/** What an operation is about, such as a meeting, and how the parameters name it. */
export interface Subject<Request extends object> {
  resource: Operation['resource']
  /** The parameter that names what is asked for. */
  locator: INodeProperties
  /** What the parameters of one item ask for. */
  request: (call: OperationCall) => Request | Promise<Request>
}

/** An operation that asks one endpoint and puts its answer out, one item. */
interface AnswerOperation<Request extends object, Answer extends object>
  extends Subject<Request>,
    Pick<Operation, 'name' | 'value' | 'action'> {
  endpoint: Endpoint<string>
  /** Entries of the Options collection, besides those that the output has. */
  options: INodeProperties[]
  ask: (call: OperationCall, request: Request) => Promise<Answer>
  /** A few clean fields of the answer. Without it there is neither Simplify nor Raw Output. */
  simplify?: (answer: Answer) => object
}

/** Makes the operation of what the endpoint says and what only the editor needs. */
export function answerOperation<Request extends object, Answer extends object>({
  endpoint,
  locator,
  options,
  request: requestOf,
  ask,
  simplify: simplifiedOf,
  ...names
}: AnswerOperation<Request, Answer>): Operation {
  const simplifyProperties = simplifiedOf ? [simplifyProperty] : []
  const allOptions = simplifiedOf ? [...options, rawOption] : options
  const optionsProperties = allOptions.length > 0 ? [optionsProperty(allOptions)] : []
  return {
    ...names,
    description: endpoint.summary,
    properties: [locator, ...simplifyProperties, ...optionsProperties],
    run: async (call) => {
      const { raw, simplify, times } = outputChoice(call)
      const request = await requestOf(call)
      if (raw) return [await rawAnswer(call, endpoint, request)]
      const answer = await call.once(endpoint.operationId, request, () => ask(call, request))
      return [times(simplify && simplifiedOf ? simplifiedOf(answer) : answer)]
    },
  }
}
