import type { RequestListener, ServerResponse } from 'node:http'
import type { Corps } from './Corps.ts'
import { handleControl, isControlPath } from './control/handleControl.ts'
import { MockRequest } from './http/MockRequest.ts'
import { sendJson } from './http/sendResponse.ts'
import type { JsonObject } from './json.ts'
import type { PrismOperation } from './spec/operations.ts'
import type { World } from './World.ts'
import { handleCall } from './wecom/handleCall.ts'
import { errcodes, Refusal } from './wecom/Refusal.ts'

/** Handles every request, whatever it is: HTTP 200 with WeCom's JSON on the spec's paths, else 404. */
export function createRequestListener(corps: Corps): RequestListener {
  const { settings } = corps
  return (incoming, response) => {
    const request = new MockRequest(incoming, settings.now())
    handleRequest(request, response, corps).catch((error: unknown) => {
      settings.onMockFault(`a request failed inside the mock: ${String(error)}`)
      response.destroy()
    })
  }
}

async function handleRequest(
  request: MockRequest,
  response: ServerResponse,
  corps: Corps,
): Promise<void> {
  const { path, query } = request
  // The mock's own: neither in the journal, nor subject to faults and limits.
  if (isControlPath(path)) return handleControl(request, response, corps)
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
  const { epoch } = world.journal
  try {
    if (operation) await handleCall(operation, request, response, world)
    else {
      const refusal = candidates.length > 0 ? refuseMethod : refusePath
      request.responseText = JSON.stringify(refusal(candidates, request, world))
      sendJson(response, request.status, request.responseText)
    }
  } finally {
    // One that was received before a reset is forgotten with the others.
    if (isClient && world.journal.epoch === epoch) world.journal.add(request)
  }
}

/** A known path, but another method: WeCom's 40058 ("GET where POST is required"). */
function refuseMethod(
  candidates: readonly PrismOperation[],
  request: MockRequest,
  world: World,
): JsonObject {
  const wanted = candidates.map(({ method }) => method).join(' or ')
  const reason = `${request.method} where ${wanted} is required`
  const { invalidParameter: errcode } = errcodes
  Object.assign(request, { status: 200, errcode, reasons: [reason] })
  return new Refusal(errcode, reason).toResponse(request, world)
}

function refusePath(
  _: readonly PrismOperation[],
  request: MockRequest,
  { spec }: World,
): JsonObject {
  const error = `no such path: ${request.path}`
  Object.assign(request, { status: 404, reasons: [error] })
  return { error, known: spec.operations.map(({ method, path }) => `${method} ${path}`) }
}
