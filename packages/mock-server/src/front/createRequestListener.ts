import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Call } from '../engine/Call.ts'
import type { Engine } from '../engine/createEngine.ts'
import { errcodes } from '../errors/errcodes.ts'
import { Refusal } from '../errors/Refusal.ts'
import type { RefusedAnswer } from '../errors/refusedAnswer.ts'
import type { Journal } from '../journal.ts'
import type { JsonObject } from '../json.ts'
import type { Operation } from '../spec/operations.ts'
import { callerAddress } from './callerAddress.ts'
import { journalEntry } from './journalEntry.ts'
import { bodyLimit, parseBody } from './parseBody.ts'
import { preferredExample } from './preferredExample.ts'
import { type ReceivedBody, readBody } from './readBody.ts'
import { requestTarget } from './requestTarget.ts'
import type { Routes } from './routes.ts'
import { sendJson } from './sendJson.ts'

export interface FrontOptions {
  routes: Routes
  engine: Engine
  refusedAnswer: RefusedAnswer
  journal: Journal
  now: () => number
  /** How long a body may take, in milliseconds. */
  bodyTimeout: number
  /** Told when an answer of the mock departs from the spec or the mock itself fails. */
  onMockFault: (message: string) => void
}

/** What a request got, whoever gave it. */
export interface Reply {
  status: number
  answer: JsonObject
  /** What is wrong with the request; empty when it keeps to the spec. */
  reasons: string[]
  operation?: Operation
  /** Undefined where no body was read. */
  received?: ReceivedBody
}

/** Answers every request, whatever it is: HTTP 200 with WeCom's JSON on the spec's paths, else 404. */
export function createRequestListener(options: FrontOptions): RequestListener {
  let count = 0

  return (request, response) => {
    count += 1
    void serve(request, response, count)
  }

  async function serve(
    request: IncomingMessage,
    response: ServerResponse,
    number: number,
  ): Promise<void> {
    const started = performance.now()
    const time = options.now()
    const call: Call = {
      method: request.method?.toLowerCase() as Call['method'],
      url: requestTarget(request.url),
      // WeCom's pages ask for JSON and name no Content-Type, so none is asked for here; plain Prism
      // refuses what `curl -d` sends.
      headers: { 'content-type': 'application/json' },
      number,
      address: callerAddress(request.socket),
      preferredExample: preferredExample(request.headers.prefer),
    }
    const reply = await replyTo(request, call).catch((error: unknown) => failed(error, call))
    sendJson(response, reply.status, reply.answer, {
      close: reply.received?.state === 'incomplete',
    })
    const duration = performance.now() - started
    options.journal.add(journalEntry(call, reply, { time, duration }))
  }

  async function replyTo(request: IncomingMessage, call: Call): Promise<Reply> {
    const route = options.routes.find(request.method ?? '', call.url.path)
    if (!route) return unknownPath(call)
    if ('wantedMethod' in route) {
      const detail = `${request.method} where ${route.wantedMethod} is required`
      return refused(new Refusal(errcodes.invalidParameter, detail), call)
    }
    const { operation } = route
    const received = await bodyOf(request, operation)
    if (received) Object.assign(call, parseBody(received))
    const { answer, requestProblems, answerProblems } = await options.engine(operation, call)
    for (const { message } of answerProblems) {
      options.onMockFault(
        `the answer to ${operation.operationId} departs from the spec: ${message}`,
      )
    }
    const problems = call.unreadableBody
      ? [call.unreadableBody.problem]
      : requestProblems.map(({ message }) => message)
    return { status: 200, answer, reasons: problems, operation, ...(received ? { received } : {}) }
  }

  async function bodyOf(
    request: IncomingMessage,
    { resource }: Operation,
  ): Promise<ReceivedBody | undefined> {
    if (!resource.request?.body) return undefined
    return readBody(request, { limit: bodyLimit, timeout: options.bodyTimeout })
  }

  function refused(refusal: Refusal, call: Call): Reply {
    const answer = options.refusedAnswer(refusal, call)
    return { status: 200, answer, reasons: [refusal.detail ?? ''] }
  }

  function failed(error: unknown, call: Call): Reply {
    options.onMockFault(`request ${call.number} failed inside the mock: ${String(error)}`)
    return refused(new Refusal(errcodes.systemBusy, 'the mock failed on this request'), call)
  }

  function unknownPath({ url }: Call): Reply {
    const error = `no such path: ${url.path}`
    return { status: 404, answer: { error, known: options.routes.known }, reasons: [error] }
  }
}
