import type { ServerResponse } from 'node:http'
import type { Strike } from '../faults/Faults.ts'
import { type MockRequest, readBody, type Sender } from '../http/MockRequest.ts'
import { sendFaulty, sendJson } from '../http/sendResponse.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { responseExamples } from '../spec/examples.ts'
import type { Operation } from '../spec/operations.ts'
import { type SpecViolation, validateRequest, writeResponse } from '../spec/validate.ts'
import type { World } from '../World.ts'
import { type AccessTokens, checkToken, needsToken } from './AccessTokens.ts'
import { operationBehaviours } from './operations/index.ts'
import { respondFromExamples } from './operations/respondFromExamples.ts'
import { errcodes, Refusal } from './Refusal.ts'
import { refuseInvalid } from './refuseInvalid.ts'

/**
 * Responds to a call of one of the spec's operations as WeCom does. What wins over what: a named example
 * that is asked for, then a fault, then the limits, then the token, then the body, then the operation.
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
  const isClient = request.sender === 'client'
  const strike: Strike =
    isClient && request.preferredExample === undefined
      ? world.faults.strike(operationId, needsToken(resource))
      : { latency: 0, effect: undefined }
  // A reset exchanges them under a call.
  const { callLimits } = world
  const overLimit = isClient ? callLimits.begin(operationId) : undefined
  try {
    if (strike.effect?.expireTokens) world.tokens.expireAll()
    const text = respond(operation, request, { world, strike, overLimit })
    const latency = isClient ? strike.latency + world.latency() : 0
    if (latency > 0) await sleep(latency, signal)
    const close = request.bodyProblem?.kind === 'incomplete'
    if (strike.effect) {
      const sent = await sendFaulty(response, text, strike.effect, { close, sleep, signal })
      request.fault = { ...strike.effect }
      request.status = sent.status
      request.responseText = sent.text
      if (sent.text === undefined) request.errcode = undefined
    } else {
      sendJson(response, 200, text, { close })
      request.status = 200
      request.responseText = text
    }
  } finally {
    if (isClient) callLimits.end(operationId)
  }
}

interface Circumstances {
  world: World
  strike: Strike
  overLimit: Refusal | undefined
}

/** The response as JSON. Notes at the request what is wrong with it, and the errcode. */
function respond(operation: Operation, request: MockRequest, circumstances: Circumstances): string {
  const { world } = circumstances
  const { onMockFault, seed } = world.settings
  const context = { errorTexts: world.spec.errorTexts, seed }
  let result: JsonObject
  try {
    const decided = decide(operation, request, circumstances)
    result = decided instanceof Refusal ? decided.toResponse(request, context) : decided
  } catch (error) {
    onMockFault(`request ${request.number} failed inside the mock: ${String(error)}`)
    const refusal = new Refusal(errcodes.systemBusy, 'the mock failed on this request')
    result = refusal.toResponse(request, context)
  }
  const { text, violations } = writeResponse(operation, result)
  for (const { message } of violations) {
    onMockFault(`the response of ${operation.operationId} violates the spec: ${message}`)
  }
  request.errcode = Number(result.errcode ?? 0)
  return text
}

function decide(
  operation: Operation,
  request: MockRequest,
  { world, strike, overLimit }: Circumstances,
): JsonObject | Refusal {
  const { resource, operationId } = operation
  const { query, address, sender, bodyProblem, body = {} } = request
  const { settings } = world
  const tokenRefusal = checkToken(
    resource,
    query,
    tokensFor(sender, world),
    settings.expiredTokenErrcode,
  )
  const violations = validateRequest(operation, request)
  request.reasons = bodyProblem ? [bodyProblem.reason] : listReasons(tokenRefusal, violations)

  if (request.preferredExample !== undefined) return findNamedExample(operation, request)
  if (strike.effect?.errcode !== undefined) return new Refusal(strike.effect.errcode)
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
  if (violations.length > 0) return refuseInvalid(violations, behaviour, settings)
  return behaviour
    ? behaviour.respond({ query, address, sender, body }, world)
    : respondFromExamples(resource, body, world.data)
}

/** Which tokens are good. What a page of another site sends may read and change nothing. */
function tokensFor(sender: Sender, { tokens, pageTokens }: World): readonly AccessTokens[] {
  return { client: [tokens], 'own-page': [tokens, pageTokens], 'other-site': [] }[sender]
}

function listReasons(
  tokenRefusal: Refusal | undefined,
  violations: readonly SpecViolation[],
): string[] {
  const messages = violations.map(({ message }) => message)
  return tokenRefusal ? [`access_token refused (${tokenRefusal.errcode})`, ...messages] : messages
}

function findNamedExample(
  { resource, operationId }: Operation,
  { preferredExample = '' }: MockRequest,
): JsonObject | Refusal {
  const examples = responseExamples(resource)
  const example = examples.get(preferredExample)
  if (isJsonObject(example)) return example
  const known = [...examples.keys()].join(', ')
  return new Refusal(
    errcodes.invalidParameter,
    `Prefer asks for an example that ${operationId} does not have; it has ${known}`,
  )
}
