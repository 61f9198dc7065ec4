import type { ServerResponse } from 'node:http'
import { isReplacement } from '../faults/effects.ts'
import type { ActiveFault } from '../faults/Fault.ts'
import { type MockRequest, readBody } from '../http/MockRequest.ts'
import { sendResponse, waitWithCaller } from '../http/sendResponse.ts'
import { isJsonObject, type JsonObject, parseJson, showValue } from '../json.ts'
import { suggestName } from '../names.ts'
import { responseExamples } from '../spec/examples.ts'
import { needsToken, type PrismOperation } from '../spec/operations.ts'
import { type SpecViolation, validateRequest, writeResponse } from '../spec/validate.ts'
import type { World } from '../World.ts'
import { readToken } from './AccessTokens.ts'
import { findBehaviour } from './operations/index.ts'
import { errcodes, Refusal } from './Refusal.ts'
import { refuseEnrollmentOff, refuseInvalid, refuseSpan, refuseToken } from './refuseInvalid.ts'

/** A call of one of the spec's operations, and all that decides on its response. */
interface Call {
  operation: PrismOperation
  request: MockRequest
  world: World
  /** The refusal of one call too many. */
  overLimit: Refusal | undefined
}

/**
 * Responds to a call as WeCom does. What wins over what is listed in the README: a named example that is
 * asked for, then the faults, then what `decide` goes through.
 */
export async function handleCall(
  operation: PrismOperation,
  request: MockRequest,
  response: ServerResponse,
  world: World,
): Promise<void> {
  const { operationId, resource } = operation
  const { sleep } = world.settings
  request.operation = operationId
  if (resource.request?.body) await readBody(request, response.req)
  identifyCaller(operation, request, world)
  // A reset exchanges them under a call.
  const { operationLimits } = world
  const isClient = request.sender === 'client'
  const isExample = request.preferredExample !== undefined
  const isLimited = isClient && !isExample
  const overLimit = isLimited ? operationLimits.begin(operationId) : undefined
  const call = { operation, request, world, overLimit }
  try {
    const { text, latency, fault } = isExample ? respondExample(call) : respondOrStrike(call)
    const wait = isClient ? latency + world.latency() : 0
    if (wait > 0) await waitWithCaller(response, wait, sleep)
    await sendResponse(request, response, text, { fault, sleep })
  } finally {
    if (isLimited) operationLimits.end(operationId)
  }
}

function identifyCaller({ resource }: PrismOperation, request: MockRequest, world: World): void {
  const { query } = request
  const token = readToken(resource, query)
  request.token = token
  if (token === undefined) request.corpId = [query.corpid].flat()[0]
  else if (world.tokens.check(token) !== 'unknown') request.corpId = world.settings.corpId
}

/** A response as JSON or what a fault has in its place, how much later it comes, and the fault that it shows. */
interface Response {
  text: string
  latency: number
  fault: ActiveFault | undefined
}

/** The response, as the faults leave it. Notes the fault and the errcode at the request. */
function respondOrStrike(call: Call): Response {
  const { operation, request, world } = call
  let normal: string | undefined
  const respond = (): string => {
    normal ??= respondNormally(call)
    return normal
  }
  if (request.sender !== 'client') return { text: respond(), latency: 0, fault: undefined }
  const { body, token, corpId } = request
  const { effect, latency, text, shown } = world.faults.strike({
    body,
    token,
    corpId,
    operation: operation.operationId,
    needsToken: needsToken(operation.resource),
    respond() {
      const response = respond()
      return request.errcode === 0 ? response : undefined
    },
  })
  request.fault = shown && { ...shown }
  if (effect?.expireTokens) {
    world.tokens.expireAll()
    normal = undefined
  }
  const { errcode, applied = !effect || !isReplacement(effect) } = effect ?? {}
  if (applied) respond()
  else validateCall(call)
  if (errcode !== undefined) normal = writeResult(call, new Refusal(errcode))
  else if (text !== undefined) {
    const sent = parseJson(text)
    const errcode = isJsonObject(sent) ? Number(sent.errcode ?? 0) : Number.NaN
    request.errcode = Number.isNaN(errcode) ? undefined : errcode
  }
  return { text: text ?? normal ?? '', latency, fault: effect }
}

/** The operation's own response as JSON, whatever it is. */
function respondNormally(call: Call): string {
  try {
    return writeResult(call, decide(call))
  } catch (error) {
    const { request, world } = call
    world.settings.onMockFault(`request ${request.number} failed inside the mock: ${String(error)}`)
    return writeResult(call, new Refusal(errcodes.systemBusy, 'the mock failed on this request'))
  }
}

/** The result as JSON. Notes its errcode at the request. */
function writeResult({ operation, request, world }: Call, result: JsonObject | Refusal): string {
  const body = result instanceof Refusal ? result.toResponse(request, world) : result
  const { text, violations } = writeResponse(operation, body)
  for (const { message } of violations) {
    world.settings.onMockFault(
      `the response of ${operation.operationId} violates the spec: ${message}`,
    )
  }
  request.errcode = Number(body.errcode ?? 0)
  return text
}

function decide(call: Call): JsonObject | Refusal {
  const { operation, request, world, overLimit } = call
  const { resource } = operation
  const { bodyProblem, body = {} } = request
  const { tokenRefusal, violations } = validateCall(call)
  const refusal = overLimit ?? tokenRefusal
  if (refusal) return refusal
  if (bodyProblem) {
    const wrongJson = bodyProblem.kind === 'not-json'
    return new Refusal(errcodes.invalidParameter, bodyProblem.reason, wrongJson)
  }
  if (!isJsonObject(body)) {
    return new Refusal(errcodes.invalidParameter, 'the request body must be a JSON object')
  }
  const behaviour = findBehaviour(operation.operationId)
  return (
    refuseInvalid(violations, behaviour, world.settings) ??
    refuseSpan(resource, body, world.settings) ??
    refuseEnrollmentOff(resource, body, world) ??
    behaviour.respond({ request, body, resource }, world)
  )
}

/** What is wrong with the token and against the spec. Notes it at the request. */
function validateCall({ operation, request, world }: Call): {
  tokenRefusal: Refusal | undefined
  violations: readonly SpecViolation[]
} {
  const tokenRefusal = needsToken(operation.resource) ? refuseToken(request, world) : undefined
  const violations = validateRequest(operation, request)
  const messages = violations.map(({ message }) => message)
  if (tokenRefusal) messages.unshift(`access_token refused (${tokenRefusal.errcode})`)
  request.reasons = request.bodyProblem ? [request.bodyProblem.reason] : messages
  return { tokenRefusal, violations }
}

/** The example that `Prefer` names; where there is none, a 404 of the mock's own, as on an unknown path. */
function respondExample(call: Call): Response {
  const { operation, request } = call
  const { preferredExample: name = '' } = request
  validateCall(call)
  const examples = responseExamples(operation.resource)
  const example = examples.get(name)
  const sent = { latency: 0, fault: undefined }
  if (isJsonObject(example)) return { ...sent, text: writeResult(call, example) }
  const known = [...examples.keys()]
  const error = `${operation.operationId} has no example ${showValue(name)}, which Prefer asks for; ${suggestName(name, known)}`
  request.status = 404
  request.reasons = [...request.reasons, error]
  return { ...sent, text: JSON.stringify({ error, known }) }
}
