import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { MockState } from '../MockState.ts'
import type { Settings } from '../options.ts'
import { answerOperation } from './answerOperation.ts'
import { type Received, receivedRequest } from './receivedRequest.ts'
import { refuseRequest, unknownPath } from './refuseRequest.ts'

/** Paths that are the mock's own, not WeCom's: its control and its page. */
export interface OwnPaths {
  /** Whether it answers this path; asked before WeCom's paths are. */
  handles(path: string): boolean
  handle(request: IncomingMessage, response: ServerResponse, received: Received): Promise<void>
}

export interface FrontOptions {
  state: MockState
  settings: Settings
  ownPaths: readonly OwnPaths[]
  /** Ends all waiting when the server has closed. */
  signal: AbortSignal
}

/** Answers every request, whatever it is: HTTP 200 with WeCom's JSON on the spec's paths, else 404. */
export function createRequestListener(options: FrontOptions): RequestListener {
  const { state, settings, ownPaths } = options

  return (request, response) => {
    const received = receivedRequest(request, settings.now())
    serve(request, response, received).catch((error: unknown) => {
      // A server that closes cuts the waiting short.
      if (!options.signal.aborted)
        settings.onMockFault(`a request failed inside the mock: ${String(error)}`)
      response.destroy()
    })
  }

  async function serve(
    request: IncomingMessage,
    response: ServerResponse,
    received: Received,
  ): Promise<void> {
    const { path } = received.target
    const own = ownPaths.find((candidate) => candidate.handles(path))
    if (own) return own.handle(request, response, received)

    const exchange = { request, response, received, number: state.journal.nextNumber() }
    const route = state.routes.find(request.method ?? '', path)
    if (!route) return unknownPath(exchange, options)
    if ('wantedMethod' in route) return refuseRequest(exchange, route.wantedMethod, options)
    return answerOperation(exchange, route.operation, options)
  }
}
