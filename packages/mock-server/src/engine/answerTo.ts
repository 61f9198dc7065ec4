import { errcodes } from '../errors/errcodes.ts'
import { Refusal } from '../errors/Refusal.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { answerFromExamples } from '../operations/answerFromExamples.ts'
import { behaviourOf } from '../operations/index.ts'
import { answerExamples } from '../spec/examples.ts'
import type { Store } from '../state/Store.ts'
import type { Call } from './Call.ts'
import type { Diagnostic, IHttpOperation } from './prism.ts'
import { refusalOfDiagnostics } from './refusalOfDiagnostics.ts'
import { tokenErrcode } from './tokenProblem.ts'

/**
 * What WeCom answers to `call`. First a named example if one is asked for, then what a fault or
 * a limit says, then the token, then the body, then the operation itself.
 */
export function answerTo(
  resource: IHttpOperation,
  call: Call,
  diagnostics: readonly Diagnostic[],
  store: Store,
): JsonObject | Refusal {
  if (call.preferredExample !== undefined) return namedExample(resource, call.preferredExample)
  if (call.refusal) return call.refusal

  const errcode = tokenErrcode(diagnostics)
  if (errcode !== undefined) return new Refusal(errcode)
  if (call.unreadableBody) {
    const { problem, wrongJson } = call.unreadableBody
    return new Refusal(errcodes.invalidParameter, problem, { wrongJson })
  }
  if (call.body !== undefined && !isJsonObject(call.body)) {
    return new Refusal(errcodes.invalidParameter, 'the request body must be a JSON object')
  }
  const behaviour = behaviourOf.get(resource.iid ?? '')
  if (diagnostics.length > 0) return refusalOfDiagnostics(diagnostics, behaviour, store)
  const { body = {}, address, isOfOtherSite } = call
  if (!behaviour) return answerFromExamples(resource, body, store)
  return behaviour.answer({ query: call.url.query, body, address, isOfOtherSite }, store)
}

function namedExample(resource: IHttpOperation, name: string): JsonObject | Refusal {
  const examples = answerExamples(resource)
  const example = examples.get(name)
  if (isJsonObject(example)) return example
  const known = [...examples.keys()].join(', ')
  return new Refusal(
    errcodes.invalidParameter,
    `Prefer asks for an example that ${resource.iid} does not have; it has ${known}`,
  )
}
