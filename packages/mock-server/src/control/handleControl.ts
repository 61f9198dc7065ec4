import type { ServerResponse } from 'node:http'
import type { Corps } from '../Corps.ts'
import { MockSetupError, VerificationError, WaitTimeoutError } from '../errors.ts'
import document from '../generated/control.json' with { type: 'json' }
import { type MockRequest, readBody } from '../http/MockRequest.ts'
import { sendJson } from '../http/sendResponse.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { MockCorp } from '../MockServer.ts'
import { describeForeignCaller } from './foreignCaller.ts'
import { readFacts, streamEvents } from './streamEvents.ts'

/** One thing that can be asked of the mock over HTTP, by HTTP method. */
interface Control {
  /** `x-arguments`: the fields that are arguments in process, in their order; else all are one argument. */
  [method: string]: { 'x-arguments'?: readonly string[] }
}

const prefix = '/__mock/'

/** By `<name>` of `/__mock/<name>`, as the control's document describes them. */
export const controls: ReadonlyMap<string, Control> = new Map(
  Object.entries<object>(document.paths).map(([path, described]) => {
    const methods = Object.entries(described).filter(([name]) => name !== 'parameters')
    return [path.slice(prefix.length), Object.fromEntries(methods)]
  }),
)

/** The others run what has their name in process. */
const overHttpOnly: Record<string, (corp: MockCorp, fields: JsonObject) => unknown> = {
  'openapi.json': () => document,
  server: readFacts,
  waitFor: (corp, { timeout = 5000, ...filter }) =>
    corp.waitFor(filter, { timeout: timeout as number }),
}

function runControl(name: string, corp: MockCorp, fields: JsonObject): unknown {
  const own = overHttpOnly[name]
  if (own) return own(corp, fields)
  const member: unknown = Reflect.get(corp, name)
  if (typeof member !== 'function') return member
  const [{ 'x-arguments': names } = {}] = Object.values(controls.get(name) ?? {})
  return member(...(names?.map((argument) => fields[argument]) ?? [fields]))
}

/** A control request that is refused: its HTTP status and one sentence. */
class ControlError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** The HTTP status of what the mock refuses in process. */
const statuses = [
  { type: VerificationError, status: 409 },
  { type: WaitTimeoutError, status: 404 },
  { type: MockSetupError, status: 400 },
]

export function isControlPath(path: string): boolean {
  return path.startsWith(prefix) || path === '/__mock'
}

/** `/__mock/…`: everything that can be done in process, over HTTP and under the same names. */
export async function handleControl(
  request: MockRequest,
  response: ServerResponse,
  corps: Corps,
): Promise<void> {
  const { settings } = corps.own
  const send = (status: number, body: unknown): void => {
    if (response.destroyed) return
    response.setHeader('cache-control', 'no-store')
    const close = request.bodyProblem?.kind === 'incomplete'
    sendJson(response, status, JSON.stringify(body), close)
  }
  try {
    const foreign = describeForeignCaller(response.req, [settings.host, ...settings.allowedHosts])
    if (foreign) throw new ControlError(403, foreign)
    const name = request.path.slice(prefix.length)
    checkControl(request.method, name)
    corps.own.validate(name, request.query, { isText: true })
    const { corpId, ...filter } = request.query
    const world = corpId === undefined ? corps.own : corps.get(String(corpId))
    if (name === 'events') streamEvents(world, response)
    else if (request.method === 'GET') send(200, runControl(name, world.corp, filter))
    else {
      if (Object.keys(filter).length > 0) {
        const message = `POST ${prefix}${name} takes its fields in the body, not in the query`
        throw new ControlError(400, message)
      }
      const fields = await readFields(request, response)
      corps.own.validate(name, fields)
      send(200, (await runControl(name, world.corp, fields)) ?? {})
    }
  } catch (error) {
    const known = statuses.find(({ type }) => error instanceof type)
    const status = error instanceof ControlError ? error.status : known?.status
    if (status !== undefined) return send(status, { error: (error as Error).message })
    settings.onMockFault(`a control request failed inside the mock: ${String(error)}`)
    send(500, { error: 'the mock failed on this request' })
  }
}

async function readFields(request: MockRequest, response: ServerResponse): Promise<JsonObject> {
  await readBody(request, response.req)
  const { body = {}, bodyProblem } = request
  if (bodyProblem) {
    throw new ControlError(bodyProblem.kind === 'too-large' ? 413 : 400, bodyProblem.reason)
  }
  if (!isJsonObject(body)) throw new ControlError(400, 'the request body must be a JSON object')
  return body
}

function checkControl(method: string, name: string): void {
  const listMethods = (control: Control) => Object.keys(control).map((key) => key.toUpperCase())
  const methods = listMethods(controls.get(name) ?? {})
  if (methods.includes(method)) return
  if (methods.length > 0) {
    throw new ControlError(405, `${method} where ${methods.join(' or ')} is required`)
  }
  const known = Array.from(controls, ([key, one]) => `${listMethods(one)[0]} ${prefix}${key}`)
  throw new ControlError(404, `no such path: ${prefix}${name}; there are ${known.join(', ')}`)
}
