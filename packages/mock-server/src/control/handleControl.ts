import type { ServerResponse } from 'node:http'
import packageJson from '../../package.json' with { type: 'json' }
import { MockSetupError, WaitTimeoutError } from '../errors.ts'
import { type MockRequest, readBody } from '../http/MockRequest.ts'
import { sendJson } from '../http/sendResponse.ts'
import type { RequestFilter } from '../journal/JournalEntry.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { MockServer } from '../MockServer.ts'
import type { World } from '../World.ts'
import type { ServerFacts } from './Changes.ts'
import { describeForeignCaller } from './foreignCaller.ts'
import document from './openapi.json' with { type: 'json' }
import { streamEvents } from './streamEvents.ts'

/** One thing that can be asked of the mock over HTTP, under the name that it has in process. */
interface Control {
  method: 'GET' | 'POST'
  /** `fields` are those of the body, or of the query where the method is GET; valid by the document. */
  run(mock: MockServer, fields: JsonObject): unknown
}

const get = (run: Control['run']): Control => ({ method: 'GET', run })
const post = (run: Control['run']): Control => ({ method: 'POST', run })

/** `/__mock/<name>`; what they take and give is described in `openapi.json`. */
export const controls: ReadonlyMap<string, Control> = new Map(
  Object.entries({
    'openapi.json': get(() => document),
    server: get(readFacts),
    // Responds by itself: see `run`.
    events: get(() => undefined),
    meetings: get((mock) => mock.meetings),
    webinars: get((mock) => mock.webinars),
    enrollments: get((mock, { meetingid }) => mock.enrollments(meetingid as string)),
    faults: get((mock) => mock.faults),
    scenarios: get((mock) => mock.scenarios),
    requests: get((mock, filter: RequestFilter) => mock.requests(filter)),
    addMeeting: post((mock, fields) => mock.addMeeting(fields)),
    addWebinar: post((mock, fields) => mock.addWebinar(fields)),
    addEnrollments: post((mock, { meetingid, enrollments }) =>
      mock.addEnrollments(meetingid as string, enrollments as number),
    ),
    updateEnrollment: post((mock, { meetingid, enroll_id, fields }) =>
      mock.updateEnrollment(meetingid as string, enroll_id as string, fields as JsonObject),
    ),
    expireTokens: post((mock) => mock.expireTokens()),
    fault: post((mock, fields) => mock.fault(fields)),
    removeFault: post((mock, { id }) => mock.removeFault(id as number)),
    clearFaults: post((mock) => mock.clearFaults()),
    scenario: post((mock, { name }) => mock.scenario(name as 'none')),
    waitFor: post((mock, { timeout = 5000, ...filter }) =>
      mock.waitFor(filter, { timeout: timeout as number }),
    ),
    reset: post((mock) => mock.reset()),
  }),
)

function readFacts({ url, certificate, corpId, corpSecret }: MockServer): ServerFacts {
  return { version: packageJson.version, url, certificate, corpId, corpSecret }
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
  mock: MockServer
  world: World
  /** Ends streams when the server closes. */
  signal: AbortSignal
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
  sendJson(response, status, JSON.stringify(body), { close })
}

async function run(
  request: MockRequest,
  response: ServerResponse,
  { mock, world, signal }: ControlContext,
): Promise<{ status: number; body: unknown } | undefined> {
  const { settings, schemas } = world
  try {
    const foreign = describeForeignCaller(response.req, [settings.host, ...settings.allowedHosts])
    if (foreign) throw new ControlError(403, foreign)
    const name = request.path.slice(prefix.length)
    const control = findControl(request.method, name)
    const fields =
      control.method === 'GET' ? { ...request.query } : await readFields(request, response)
    schemas.validate(name, fields, control.method === 'GET')
    if (name === 'events') {
      streamEvents({ world, mock, facts: readFacts(mock), signal }, response)
      return undefined
    }
    return { status: 200, body: (await control.run(mock, fields)) ?? {} }
  } catch (error) {
    if (error instanceof ControlError) return createRefusal(error.status, error.message)
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

function findControl(method: string, name: string): Control {
  const control = controls.get(name)
  if (!control) {
    const known = Array.from(controls, ([key, { method: verb }]) => `${verb} ${prefix}${key}`)
    throw new ControlError(404, `no such path: ${prefix}${name}; there are ${known.join(', ')}`)
  }
  if (method === control.method) return control
  throw new ControlError(405, `${method} where ${control.method} is required`)
}

function createRefusal(status: number, error: string): { status: number; body: JsonObject } {
  return { status, body: { error } }
}
