import type { ServerResponse } from 'node:http'
import packageJson from '../../package.json' with { type: 'json' }
import { MockSetupError, VerificationError, WaitTimeoutError } from '../errors.ts'
import document from '../generated/control.json' with { type: 'json' }
import { type MockRequest, readBody } from '../http/MockRequest.ts'
import { sendJson } from '../http/sendResponse.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { MockCorp } from '../MockServer.ts'
import type { Settings } from '../options.ts'
import type { World } from '../World.ts'
import type { ServerFacts } from './Changes.ts'
import type { ControlSchemas } from './ControlSchemas.ts'
import { describeForeignCaller } from './foreignCaller.ts'
import { streamEvents } from './streamEvents.ts'

/** One thing that can be asked of the mock over HTTP. */
interface Control {
  methods: readonly string[]
  /** The fields that are arguments in process, in their order; else all fields are one argument. */
  argumentNames: readonly string[] | undefined
}

/** By `<name>` of `/__mock/<name>`, as `openapi.json` describes them. */
export const controls: ReadonlyMap<string, Control> = new Map(
  Object.entries<object>(document.paths).map(([path, described]) => {
    const byMethod = Object.entries(described).filter(([name]) => name !== 'parameters')
    const methods = byMethod.map(([method]) => method.toUpperCase())
    return [
      path.slice('/__mock/'.length),
      { methods, argumentNames: byMethod[0]?.[1]['x-arguments'] },
    ]
  }),
)

function readFacts({ url, certificate, corpId, corpSecret }: MockCorp): ServerFacts {
  return { version: packageJson.version, url, certificate, corpId, corpSecret }
}

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
  const { argumentNames } = controls.get(name) ?? {}
  return member(...(argumentNames?.map((argument) => fields[argument]) ?? [fields]))
}

/** A control request that is refused: its HTTP status and one sentence. */
class ControlError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const prefix = '/__mock/'

export function isControlPath(path: string): boolean {
  return path.startsWith(prefix) || path === '/__mock'
}

/** What the control works on. */
export interface ControlContext {
  /** The corp that has the ID; without one the server, which is its own corp. */
  find: (corpId?: string) => { corp: MockCorp; world: World }
  settings: Settings
  schemas: () => ControlSchemas
}

/** `/__mock/…`: everything that can be done in process, over HTTP and under the same names. */
export async function handleControl(
  request: MockRequest,
  response: ServerResponse,
  context: ControlContext,
): Promise<void> {
  const result = await run(request, response, context)
  if (!result || response.destroyed) return
  const { status, body } = result
  response.setHeader('cache-control', 'no-store')
  const close = request.bodyProblem?.kind === 'incomplete'
  sendJson(response, status, JSON.stringify(body), close)
}

async function run(
  request: MockRequest,
  response: ServerResponse,
  { find, settings, schemas }: ControlContext,
): Promise<{ status: number; body: unknown } | undefined> {
  try {
    const foreign = describeForeignCaller(response.req, [settings.host, ...settings.allowedHosts])
    if (foreign) throw new ControlError(403, foreign)
    const name = request.path.slice(prefix.length)
    checkControl(request.method, name)
    const query: JsonObject = { ...request.query }
    schemas().validate(name, query, { isText: true })
    const { corpId, ...filter } = query
    const { corp, world } = find(corpId as string | undefined)
    if (name === 'events') {
      streamEvents({ world, corp, facts: readFacts(corp) }, response)
      return undefined
    }
    if (request.method === 'GET') return { status: 200, body: runControl(name, corp, filter) }
    if (Object.keys(filter).length > 0) {
      throw new ControlError(
        400,
        `POST ${prefix}${name} takes its fields in the body, not in the query`,
      )
    }
    const fields = await readFields(request, response)
    schemas().validate(name, fields)
    return { status: 200, body: (await runControl(name, corp, fields)) ?? {} }
  } catch (error) {
    if (error instanceof ControlError) return createRefusal(error.status, error.message)
    if (error instanceof VerificationError) return createRefusal(409, error.message)
    if (error instanceof WaitTimeoutError) return createRefusal(404, error.message)
    if (error instanceof MockSetupError) return createRefusal(400, error.message)
    settings.onMockFault(`a control request failed inside the mock: ${String(error)}`)
    return createRefusal(500, 'the mock failed on this request')
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
  const { methods } = controls.get(name) ?? {}
  if (methods?.includes(method)) return
  if (methods) throw new ControlError(405, `${method} where ${methods.join(' or ')} is required`)
  const known = Array.from(controls, ([key, control]) => `${control.methods[0]} ${prefix}${key}`)
  throw new ControlError(404, `no such path: ${prefix}${name}; there are ${known.join(', ')}`)
}

function createRefusal(status: number, error: string): { status: number; body: JsonObject } {
  return { status, body: { error } }
}
