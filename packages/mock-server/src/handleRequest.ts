import type { RequestListener, ServerResponse } from 'node:http'
import type { Corps } from './Corps.ts'
import { type ControlContext, handleControl, isControlPath } from './control/handleControl.ts'
import { createRequest, type MockRequest } from './http/MockRequest.ts'
import { sendJson } from './http/sendResponse.ts'
import type { Operation } from './spec/operations.ts'
import type { World } from './World.ts'
import { handleCall } from './wecom/handleCall.ts'
import { errcodes, Refusal } from './wecom/Refusal.ts'

export interface HandlerContext {
  corps: Corps
  /** Of the control; there once the server listens. */
  control: () => ControlContext
  /** Ends all waiting when the server has closed. */
  signal: AbortSignal
}

/** Handles every request, whatever it is: HTTP 200 with WeCom's JSON on the spec's paths, else 404. */
export function createRequestListener(context: HandlerContext): RequestListener {
  const { settings } = context.corps.own
  return (incoming, response) => {
    const request = createRequest(incoming, settings.now())
    handleRequest(request, response, context).catch((error: unknown) => {
      // A server that closes cuts the waiting short.
      if (!context.signal.aborted) {
        settings.onMockFault(`a request failed inside the mock: ${String(error)}`)
      }
      response.destroy()
    })
  }
}

async function handleRequest(
  request: MockRequest,
  response: ServerResponse,
  context: HandlerContext,
): Promise<void> {
  const { path, query } = request
  const { corps, signal } = context
  // The mock's own: neither in the journal, nor subject to faults and limits.
  if (isControlPath(path)) return handleControl(request, response, context.control())
  if (path === '/' || path.startsWith('/__page/')) {
    // What it takes to serve the page is loaded only then.
    const { servePage } = await import('./page/servePage.ts')
    return servePage(request, response, corps.own.settings)
  }
  const world = corps.ofRequest(query)
  const isClient = request.sender === 'client'
  if (isClient) request.number = world.journal.nextNumber()
  const candidates = world.spec.operations.filter((operation) => operation.path === path)
  const operation = candidates.find(({ method }) => method === request.method)
  if (operation) await handleCall(operation, request, response, { world, signal })
  else if (candidates.length > 0) refuseMethod(candidates, request, response, world)
  else refusePath(request, response, world)
  if (isClient) world.journal.add(request)
}

/** A known path, but another method: WeCom's 40058 ("GET where POST is required"). */
function refuseMethod(
  candidates: readonly Operation[],
  request: MockRequest,
  response: ServerResponse,
  { spec: { errorTexts }, settings: { seed } }: World,
): void {
  const wanted = candidates.map(({ method }) => method).join(' or ')
  const refusal = new Refusal(
    errcodes.invalidParameter,
    `${request.method} where ${wanted} is required`,
  )
  request.reasons = [String(refusal.detail)]
  request.errcode = refusal.errcode
  respond(request, response, 200, refusal.toResponse(request, { errorTexts, seed }))
}

function refusePath(request: MockRequest, response: ServerResponse, { spec }: World): void {
  const error = `no such path: ${request.path}`
  const known = spec.operations.map(({ method, path }) => `${method} ${path}`)
  request.reasons = [error]
  respond(request, response, 404, { error, known })
}

function respond(
  request: MockRequest,
  response: ServerResponse,
  status: number,
  body: object,
): void {
  request.status = status
  request.responseText = JSON.stringify(body)
  sendJson(response, status, request.responseText)
}
