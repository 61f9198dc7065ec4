import type { IncomingMessage, ServerResponse } from 'node:http'
import { MockSetupError } from '../errors/MockSetupError.ts'
import { NothingCameError } from '../errors/NothingCameError.ts'
import type { OwnPaths } from '../front/createRequestListener.ts'
import { bodyLimit, parseBody } from '../front/parseBody.ts'
import { readBody } from '../front/readBody.ts'
import type { Received } from '../front/receivedRequest.ts'
import { sendJson } from '../front/sendJson.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { MockServer } from '../MockServer.ts'
import type { Settings } from '../options.ts'
import { ControlError } from './ControlError.ts'
import { checkedFields } from './checkedFields.ts'
import { type Control, controls } from './controls.ts'
import { foreignCaller } from './foreignCaller.ts'

const prefix = '/__mock/'

/** `/__mock/…`: everything that can be done in process, over HTTP and under the same names. */
export function controlPaths(mock: MockServer, settings: Settings): OwnPaths {
  const allowedHosts = new Set(
    [settings.host, ...settings.allowedHosts].map((host) => host.toLowerCase()),
  )
  return {
    handles: (path) => path.startsWith(prefix) || path === '/__mock',
    async handle(request, response, received) {
      const { status, body, close } = await replyTo(request, received)
      if (!response.destroyed) send(response, status, body, close)
    },
  }

  async function replyTo(
    request: IncomingMessage,
    { target }: Received,
  ): Promise<{ status: number; body: unknown; close?: boolean }> {
    try {
      const foreign = foreignCaller(request, allowedHosts)
      if (foreign) throw new ControlError(403, foreign)
      const name = target.path.slice(prefix.length)
      const control = controlFor(request, name)
      const given = control.method === 'GET' ? { ...target.query } : await fieldsOf(request)
      const fields = checkedFields(name, given)
      return { status: 200, body: (await control.run(mock, fields)) ?? {} }
    } catch (error) {
      // A body that was not read to its end must not be taken for the next request.
      const close = !request.complete
      if (error instanceof ControlError) return { ...refusal(error.status, error.message), close }
      if (error instanceof NothingCameError) return { ...refusal(404, error.message), close }
      if (error instanceof MockSetupError) return { ...refusal(400, error.message), close }
      settings.onMockFault(`a control request failed inside the mock: ${String(error)}`)
      return { ...refusal(500, 'the mock failed on this request'), close }
    }
  }

  async function fieldsOf(request: IncomingMessage): Promise<JsonObject> {
    const received = await readBody(request, { limit: bodyLimit, timeout: settings.bodyTimeout })
    const { body = {}, unreadableBody } = parseBody(received)
    if (unreadableBody) {
      const status = received.state === 'too-large' ? 413 : 400
      throw new ControlError(status, unreadableBody.problem)
    }
    if (!isJsonObject(body)) throw new ControlError(400, 'the request body must be a JSON object')
    return body
  }
}

function controlFor({ method }: IncomingMessage, name: string): Control {
  const control = controls.get(name)
  if (!control) {
    const known = Array.from(controls, ([key, { method: verb }]) => `${verb} ${prefix}${key}`)
    throw new ControlError(404, `no such path: ${prefix}${name}; there are ${known.join(', ')}`)
  }
  if (method !== control.method) {
    throw new ControlError(405, `${method} where ${control.method} is required`)
  }
  return control
}

function refusal(status: number, error: string): { status: number; body: JsonObject } {
  return { status, body: { error } }
}

function send(response: ServerResponse, status: number, body: unknown, close = false): void {
  response.setHeader('cache-control', 'no-store')
  sendJson(response, status, JSON.stringify(body), { close })
}
