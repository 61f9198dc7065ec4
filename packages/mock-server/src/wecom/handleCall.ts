import type { ServerResponse } from 'node:http'
import type { ActiveFault, Fault } from '../faults/Fault.ts'
import { type MockRequest, readBody, type Sender } from '../http/MockRequest.ts'
import { sendFaulty, sendJson } from '../http/sendResponse.ts'
import { isJsonObject, type JsonObject, parseJson, showValue } from '../json.ts'
import { nearestName } from '../names.ts'
import { responseExamples } from '../spec/examples.ts'
import type { Operation } from '../spec/operations.ts'
import { type SpecViolation, validateRequest, writeResponse } from '../spec/validate.ts'
import type { World } from '../World.ts'
import { type AccessTokens, checkToken, needsToken, readToken } from './AccessTokens.ts'
import { operationBehaviours } from './operations/index.ts'
import { respondFromExamples } from './operations/respondFromExamples.ts'
import { errcodes, Refusal } from './Refusal.ts'
import { refuseEnrollmentOff, refuseInvalid, refuseSpan } from './refuseInvalid.ts'

/**
 * Responds to a call of one of the spec's operations as WeCom does. What wins over what is listed in
 * the README: a named example that is asked for, then the faults, then what `decide` goes through.
 */
export async function handleCall(
  operation: Operation,
  request: MockRequest,
  response: ServerResponse,
  { world, signal }: { world: World; signal: AbortSignal },
): Promise<void> {
  const { operationId, resource } = operation
  const { sleep } = world.settings
  request.operation = operationId
  if (resource.request?.body) await readBody(request, response.req)
  identifyCaller(operation, request, world)
  // A reset exchanges them under a call.
  const { callLimits } = world
  const isClient = request.sender === 'client'
  const isExample = request.preferredExample !== undefined
  const isLimited = isClient && !isExample
  const overLimit = isLimited ? callLimits.begin(operationId) : undefined
  try {
    const { text, latency, fault } = isExample
      ? { text: respondExample(operation, request, world), latency: 0, fault: undefined }
      : respondOrStrike(operation, request, { world, overLimit })
    const wait = isClient ? latency + world.latency() : 0
    if (wait > 0) await sleep(wait, signal)
    const close = request.bodyProblem?.kind === 'incomplete'
    if (fault) {
      const sent = await sendFaulty(response, text, fault, { close, sleep, signal })
      request.status = sent.status
      request.responseText = sent.text
      if (sent.text === undefined) request.errcode = undefined
    } else {
      request.status ||= 200
      request.responseText = text
      sendJson(response, request.status, text, { close })
    }
  } finally {
    if (isLimited) callLimits.end(operationId)
  }
}

function identifyCaller({ resource }: Operation, request: MockRequest, world: World): void {
  const { query } = request
  const token = readToken(resource, query)
  request.token = token
  if (token === undefined) request.corpId = [query.corpid].flat()[0]
  else if (world.tokens.check(token) !== 'unknown') request.corpId = world.settings.corpId
}

interface Circumstances {
  world: World
  overLimit: Refusal | undefined
}

/** The response, as the faults leave it. Notes the fault and the errcode at the request. */
function respondOrStrike(
  operation: Operation,
  request: MockRequest,
  { world, overLimit }: Circumstances,
): { text: string; latency: number; fault: ActiveFault | undefined } {
  let normal: string | undefined
  const respond = (): string => {
    normal ??= respondNormally(operation, request, { world, overLimit })
    return normal
  }
  if (request.sender !== 'client') return { text: respond(), latency: 0, fault: undefined }
  const { body, token, corpId } = request
  const { effect, latency, text, shown } = world.faults.strike({
    ...{ body, token, corpId, operation: operation.operationId },
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
  if (effect?.applied ?? !hidesOperation(effect)) respond()
  else validateCall(operation, request, world)
  if (effect?.errcode !== undefined) {
    normal = writeResult(operation, request, new Refusal(effect.errcode), world)
  } else if (text !== undefined) {
    const sent = parseJson(text)
    request.errcode = isJsonObject(sent) ? Number(sent.errcode ?? 0) : undefined
  }
  return { text: text ?? normal ?? '', latency, fault: effect }
}

/** Whether something stands in the response's place, as if the call had never come through. */
function hidesOperation({ errcode, body, html }: Fault = {}): boolean {
  return errcode !== undefined || body !== undefined || html !== undefined
}

/** The operation's own response as JSON, whatever it is. */
function respondNormally(
  operation: Operation,
  request: MockRequest,
  circumstances: Circumstances,
): string {
  const { world } = circumstances
  try {
    return writeResult(operation, request, decide(operation, request, circumstances), world)
  } catch (error) {
    world.settings.onMockFault(`request ${request.number} failed inside the mock: ${String(error)}`)
    const refusal = new Refusal(errcodes.systemBusy, 'the mock failed on this request')
    return writeResult(operation, request, refusal, world)
  }
}

/** The result as JSON. Notes its errcode at the request. */
function writeResult(
  operation: Operation,
  request: MockRequest,
  result: JsonObject | Refusal,
  { spec: { errorTexts }, settings: { seed, onMockFault } }: World,
): string {
  const body = result instanceof Refusal ? result.toResponse(request, { errorTexts, seed }) : result
  const { text, violations } = writeResponse(operation, body)
  for (const { message } of violations) {
    onMockFault(`the response of ${operation.operationId} violates the spec: ${message}`)
  }
  request.errcode = Number(body.errcode ?? 0)
  return text
}

function decide(
  operation: Operation,
  request: MockRequest,
  { world, overLimit }: Circumstances,
): JsonObject | Refusal {
  const { resource, operationId } = operation
  const { query, address, sender, bodyProblem, body = {} } = request
  const { tokenRefusal, violations } = validateCall(operation, request, world)
  const refusal = overLimit ?? tokenRefusal
  if (refusal) return refusal
  if (bodyProblem) {
    const wrongJson = bodyProblem.kind === 'not-json'
    return new Refusal(errcodes.invalidParameter, bodyProblem.reason, wrongJson)
  }
  if (!isJsonObject(body)) {
    return new Refusal(errcodes.invalidParameter, 'the request body must be a JSON object')
  }
  const behaviour = operationBehaviours.get(operationId)
  if (violations.length > 0) return refuseInvalid(violations, behaviour, world.settings)
  const unmet =
    refuseSpan(resource, body, world.settings) ?? refuseEnrollmentOff(resource, body, world)
  if (unmet) return unmet
  return behaviour
    ? behaviour.respond({ query, address, sender, body, resource }, world)
    : respondFromExamples(resource, body, world.data)
}

/** Which tokens are good. What a page of another site sends may read and change nothing. */
function tokensFor(sender: Sender, { tokens, pageTokens }: World): readonly AccessTokens[] {
  return { client: [tokens], 'own-page': [tokens, pageTokens], 'other-site': [] }[sender]
}

/** What is wrong with the token and against the spec. Notes it at the request. */
function validateCall(
  operation: Operation,
  request: MockRequest,
  world: World,
): { tokenRefusal: Refusal | undefined; violations: readonly SpecViolation[] } {
  const { expiredTokenErrcode } = world.settings
  const tokenRefusal = needsToken(operation.resource)
    ? checkToken(request.token, tokensFor(request.sender, world), expiredTokenErrcode)
    : undefined
  const violations = validateRequest(operation, request)
  const messages = violations.map(({ message }) => message)
  if (tokenRefusal) messages.unshift(`access_token refused (${tokenRefusal.errcode})`)
  request.reasons = request.bodyProblem ? [request.bodyProblem.reason] : messages
  return { tokenRefusal, violations }
}

/** The example that `Prefer` names; where there is none, a 404 of the mock's own, as on an unknown path. */
function respondExample(operation: Operation, request: MockRequest, world: World): string {
  const { preferredExample: name = '' } = request
  validateCall(operation, request, world)
  const examples = responseExamples(operation.resource)
  const example = examples.get(name)
  if (isJsonObject(example)) return writeResult(operation, request, example, world)
  const known = [...examples.keys()]
  const near = nearestName(name, known)
  const hint = near === undefined ? `it has ${known.join(', ')}` : `did you mean ${near}?`
  const error = `${operation.operationId} has no example ${showValue(name)}, which Prefer asks for; ${hint}`
  request.status = 404
  request.reasons = [...request.reasons, error]
  return JSON.stringify({ error, known })
}
