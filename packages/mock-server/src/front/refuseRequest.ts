import { errcodes } from '../errors/errcodes.ts'
import { Refusal } from '../errors/Refusal.ts'
import type { BrokenHttp } from './answerBrokenHttp.ts'
import type { FrontOptions } from './createRequestListener.ts'
import { type Exchange, keptRequest } from './Exchange.ts'
import { requestTarget } from './requestTarget.ts'
import { sendJson } from './sendJson.ts'

/** A known path, but another method: WeCom's 40058 ("GET where POST is required"). */
export function refuseRequest(
  exchange: Exchange,
  wantedMethod: string,
  { state }: FrontOptions,
): void {
  const { request, response, received, number } = exchange
  const detail = `${request.method} where ${wantedMethod} is required`
  const refusal = new Refusal(errcodes.invalidParameter, detail)
  const answer = state.refusedAnswer(refusal, { address: received.address, number })
  const answerText = JSON.stringify(answer)
  sendJson(response, 200, answerText)
  const errcode = errcodes.invalidParameter
  state.journal.add(keptRequest(exchange, { reasons: [detail], status: 200, errcode, answerText }))
}

/** The answer to what is no HTTP request, as JSON. */
export function brokenHttpAnswer(
  { address, method, target, reason }: BrokenHttp,
  { state, settings }: Pick<FrontOptions, 'state' | 'settings'>,
): string {
  const number = state.journal.nextNumber()
  const errcode = errcodes.invalidParameter
  const detail = `the request is not HTTP that can be read (${reason})`
  const answerText = JSON.stringify(
    state.refusedAnswer(new Refusal(errcode, detail), { address, number }),
  )
  const { path, query } = target === '' ? { path: '', query: {} } : requestTarget(target)
  state.journal.add({
    ...{ number, time: settings.now(), operation: undefined, method, path, query },
    ...{ bodyText: undefined, reasons: [detail], fault: undefined },
    ...{ status: 200, errcode, answerText, duration: 0 },
  })
  return answerText
}

export function unknownPath(exchange: Exchange, { state }: FrontOptions): void {
  const error = `no such path: ${exchange.received.target.path}`
  const answerText = JSON.stringify({ error, known: state.routes.known })
  sendJson(exchange.response, 404, answerText)
  state.journal.add(
    keptRequest(exchange, { reasons: [error], status: 404, errcode: undefined, answerText }),
  )
}
