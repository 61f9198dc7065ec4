import packageJson from '../../package.json' with { type: 'json' }
import { isJsonObject, type JsonObject } from '../json.ts'
import type { MockServer } from '../MockServer.ts'
import { ControlError } from './ControlError.ts'
import document from './openapi.json' with { type: 'json' }
import { queryFilter, requestFilter } from './requestFilter.ts'

/** One thing that can be asked of the mock over HTTP, under the name that it has in process. */
export interface Control {
  method: 'GET' | 'POST'
  /** `fields` are those of the body, or of the query where the method is GET. */
  run(mock: MockServer, fields: JsonObject): unknown
}

/** A page waits no longer than this for a request. */
const longestTimeout = 60_000

const get = (run: Control['run']): Control => ({ method: 'GET', run })
const post = (run: Control['run']): Control => ({ method: 'POST', run })

/** `/__mock/<name>`; what they take and give is described in `openapi.json`. */
export const controls: ReadonlyMap<string, Control> = new Map(
  Object.entries({
    'openapi.json': get(() => document),
    server: get(({ url, corpId, corpSecret }) => {
      return { version: packageJson.version, url, corpId, corpSecret }
    }),
    meetings: get((mock) => mock.meetings),
    webinars: get((mock) => mock.webinars),
    enrollments: get((mock, { meetingid }) => mock.enrollments(text('meetingid', meetingid))),
    faults: get((mock) => mock.faults),
    scenarios: get((mock) => mock.scenarios),
    requests: get((mock, fields) => mock.requests(queryFilter(fields))),
    addMeeting: post((mock, fields) => mock.addMeeting(fields)),
    addWebinar: post((mock, fields) => mock.addWebinar(fields)),
    addEnrollments: post((mock, { meetingid, enrollments }) =>
      mock.addEnrollments(text('meetingid', meetingid), enrollments as number),
    ),
    updateEnrollment: post((mock, { meetingid, enroll_id, fields }) =>
      mock.updateEnrollment(text('meetingid', meetingid), enroll_id as string, map(fields)),
    ),
    expireTokens: post((mock) => mock.expireTokens()),
    fault: post((mock, fields) => mock.fault(fields)),
    removeFault: post((mock, { id }) => mock.removeFault(id as number)),
    clearFaults: post((mock) => mock.clearFaults()),
    scenario: post((mock, { name }) => mock.scenario(name as 'none')),
    waitFor: post((mock, { timeout = 5000, ...filter }) =>
      mock.waitFor(requestFilter(filter), { timeout: duration(timeout) }),
    ),
    reset: post((mock) => mock.reset()),
  }),
)

function text(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value
  throw new ControlError(400, `${name} is ${JSON.stringify(value)}; expected a text`)
}

function map(value: unknown): JsonObject {
  if (isJsonObject(value)) return value
  throw new ControlError(400, `fields is ${JSON.stringify(value)}; expected a map of fields`)
}

function duration(value: unknown): number {
  if (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= longestTimeout) {
    return Number(value)
  }
  const expected = `milliseconds from 0 to ${longestTimeout}`
  throw new ControlError(400, `timeout is ${JSON.stringify(value)}; expected ${expected}`)
}
