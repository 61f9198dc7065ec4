import type { Call } from '../engine/Call.ts'
import type { Outcome } from '../engine/createEngine.ts'
import { needsToken } from '../engine/tokenProblem.ts'
import { errcodes } from '../errors/errcodes.ts'
import { Refusal } from '../errors/Refusal.ts'
import type { Strike } from '../faults/Fault.ts'
import type { Operation } from '../spec/operations.ts'
import type { FrontOptions } from './createRequestListener.ts'
import { type Exchange, keptRequest } from './Exchange.ts'
import { bodyLimit, type ParsedBody, parseBody } from './parseBody.ts'
import { preferredExample } from './preferredExample.ts'
import { readBody } from './readBody.ts'
import { type Sent, sendFaulty } from './sendFaulty.ts'
import { sendJson } from './sendJson.ts'

/** Of a longer body, in characters, the journal keeps nothing. */
const keptBodySize = 16 * 1024
// WeCom's pages ask for JSON and name no Content-Type, so none is asked for here; plain Prism refuses
// what `curl -d` sends.
const jsonHeaders = { 'content-type': 'application/json' }

/** Reads the body, lets faults and limits have their say, answers as WeCom does, and records it. */
export async function answerOperation(
  exchange: Exchange,
  operation: Operation,
  options: FrontOptions,
): Promise<void> {
  const parsed = operation.resource.request?.body ? await parsedBody(exchange, options) : {}
  const { state, settings, signal } = options
  const { operationId, resource } = operation
  const strike = state.faults.strike(operationId, { needsToken: needsToken(resource) })
  const limits = state.store.callLimits
  const overLimit = limits.begin(operationId)
  try {
    const call = callOf(exchange, parsed, refusalOf(strike) ?? overLimit)
    if (strike.effect?.expireTokens) state.store.tokens.expireAll()
    const outcome = outcomeOf(operation, call, options)
    const latency = strike.latency + state.latency()
    if (latency > 0) await settings.sleep(latency, signal)
    const sent = await send(exchange, outcome, strike, parsed, options)
    state.journal.add(keptOutcome(exchange, operationId, { parsed, strike, outcome, sent }))
  } finally {
    limits.end(operationId)
  }
}

async function parsedBody(
  { request }: Exchange,
  { settings: { bodyTimeout: timeout } }: FrontOptions,
): Promise<ParsedBody> {
  return parseBody(await readBody(request, { limit: bodyLimit, timeout }))
}

function refusalOf({ effect }: Strike): Refusal | undefined {
  return effect?.errcode === undefined ? undefined : new Refusal(effect.errcode)
}

function callOf(exchange: Exchange, parsed: ParsedBody, refusal: Refusal | undefined): Call {
  const { request, received, number } = exchange
  return {
    method: request.method?.toLowerCase() as Call['method'],
    url: received.target,
    headers: jsonHeaders,
    body: parsed.body,
    number,
    address: received.address,
    isOfOtherSite: received.isOfOtherSite,
    unreadableBody: parsed.unreadableBody,
    preferredExample: preferredExample(request.headers.prefer),
    refusal,
  }
}

function outcomeOf(
  operation: Operation,
  call: Call,
  { state, settings: { onMockFault } }: FrontOptions,
): Outcome {
  try {
    const outcome = state.engine(operation, call)
    for (const { message } of outcome.answerProblems) {
      onMockFault(`the answer to ${operation.operationId} departs from the spec: ${message}`)
    }
    return outcome
  } catch (error) {
    onMockFault(`request ${call.number} failed inside the mock: ${String(error)}`)
    const refusal = new Refusal(errcodes.systemBusy, 'the mock failed on this request')
    const text = JSON.stringify(state.refusedAnswer(refusal, call))
    return { text, errcode: refusal.errcode, requestProblems: [], answerProblems: [] }
  }
}

async function send(
  { response }: Exchange,
  { text }: Outcome,
  { effect: fault }: Strike,
  parsed: ParsedBody,
  { settings: { sleep }, signal }: FrontOptions,
): Promise<Sent> {
  const close = parsed.incomplete === true
  if (fault) return sendFaulty({ response, text, fault, close, sleep, signal })
  sendJson(response, 200, text, { close })
  return { status: 200, text }
}

function keptOutcome(
  exchange: Exchange,
  operation: string,
  results: { parsed: ParsedBody; strike: Strike; outcome: Outcome; sent: Sent },
): ReturnType<typeof keptRequest> {
  const { parsed, strike, outcome, sent } = results
  const { text, unreadableBody } = parsed
  return keptRequest(exchange, {
    operation,
    bodyText: text && text.length <= keptBodySize ? text : undefined,
    reasons: unreadableBody
      ? [unreadableBody.problem]
      : outcome.requestProblems.map(({ message }) => message),
    fault: strike.effect && { ...strike.effect },
    status: sent.status,
    errcode: sent.text === undefined ? undefined : outcome.errcode,
    answerText: sent.text,
  })
}
