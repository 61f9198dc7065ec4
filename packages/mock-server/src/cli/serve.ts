import type { MockMeeting, MockWebinar } from '../data/fields.ts'
import { describeReach } from '../http/listen.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { MockServer } from '../MockServer.ts'
import type { MockServerOptions } from '../options.ts'
import { startMockServer } from '../server.ts'
import { requestExamples } from '../spec/examples.ts'
import { loadSpec } from '../spec/loadSpec.ts'
import type { PrismOperation } from '../spec/operations.ts'
import { isAboutWebinars } from '../wecom/operations/find.ts'

/** Serves until the process is told to stop. */
export async function serve(options: MockServerOptions): Promise<void> {
  const mock = await startMockServer({ ...options, keepProcessAlive: true })
  // Before it says that it runs: whoever waits for that may end it at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void mock.close())
  }
  const { operations } = await loadSpec(options.spec)
  console.log(announce(mock, operations))
}

/** What the command prints once it serves: where, with what credentials, and lines to paste. */
function announce(mock: MockServer, operations: readonly PrismOperation[]): string {
  const { corpId, corpSecret } = mock
  // No client can call an address that stands for all of them.
  const url = mock.url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:')
  const query = new URLSearchParams({ corpid: corpId, corpsecret: corpSecret })
  const gettoken = operations.find(({ operationId }) => operationId === 'getToken')
  // Nobody but the mock vouches for its certificate.
  const curl = mock.certificate === undefined ? 'curl' : 'curl -k'
  const tokenUrl = quoteForShell(`${url}${gettoken?.path}?${query}`)
  const calls = operations.filter((operation) => operation !== gettoken)
  return [
    `Mock WeCom on ${mock.url} (${describeReach(mock.url)}). Stop it with Ctrl+C.`,
    '',
    `  corp ID  ${corpId}`,
    `  secret   ${corpSecret}`,
    `  page     ${url}/  (journal, scenarios, faults, data, API reference)`,
    '',
    'A token, and the same in a variable for the calls below:',
    '',
    `  ${curl} ${tokenUrl}`,
    `  TOKEN=$(${curl} -s ${tokenUrl} | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    '',
    ...calls.flatMap((operation) => [
      `${operation.resource.summary ?? operation.operationId}:`,
      '',
      `  ${curl} "${url}${operation.path}?access_token=$TOKEN" -d ${quoteForShell(makeBody(operation, mock))}`,
      '',
    ]),
    'Faults, scenarios, data, journal, on the page or by curl, such as:',
    '',
    `  ${curl} ${url}/__mock/scenario -d '{"name":"busy"}'`,
    `  ${curl} ${url}/__mock/openapi.json`,
    '',
    "Any example of the spec: add -H 'Prefer: example=rate-limited' to a call.",
  ].join('\n')
}

/** A text as one word for a POSIX shell. */
function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** What the shortest of the spec's examples asks for, of made-up data where there is some. */
function makeBody({ resource }: PrismOperation, mock: MockServer): string {
  const examples = [...requestExamples(resource).values()].filter(isJsonObject)
  const [shortest = {}] = examples.toSorted((a, b) => countFields(a) - countFields(b))
  const [, madeUp] = isAboutWebinars(resource) ? mock.webinars : mock.meetings
  const known = Object.entries(madeUp ? knownFields(madeUp, mock) : {})
  const inState = Object.fromEntries(known.filter(([name]) => name in shortest))
  // The whole first page would fill the screen.
  const limit = resource.extensions?.['x-pagination'] ? { limit: 20 } : {}
  return JSON.stringify({ ...shortest, ...inState, ...limit })
}

/** What a request can ask about a made-up meeting or webinar. */
function knownFields(
  { meetingid, ...fields }: MockMeeting | MockWebinar,
  mock: MockServer,
): JsonObject {
  const { admin_userid, meeting_start } = fields as Partial<MockMeeting>
  const enrollments = mock.webinars.some((one) => one.meetingid === meetingid)
    ? mock.enrollments(meetingid)
    : []
  return {
    meetingid,
    userid: admin_userid,
    begin_time: meeting_start,
    end_time: Number(meeting_start) + 86_400,
    enroll_id_list: enrollments.slice(0, 2).map(({ enroll_id }) => String(enroll_id)),
  }
}

function countFields(body: JsonObject): number {
  return Object.keys(body).length
}
