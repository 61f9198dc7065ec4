import { isJsonObject, type JsonObject } from '../json.ts'
import { Random } from '../Random.ts'
import { requestExamples, responseExamples } from '../spec/examples.ts'
import type { Operation } from '../spec/operations.ts'
import type { Data } from './Data.ts'
import { freezeCopy } from './Directory.ts'
import madeUp from './madeUp.json' with { type: 'json' }
import { makeRecurringMeeting } from './makeMeeting.ts'

const published = 'as-published'

/** What is in the store at the start: the pages' own samples, and made-up data in every state. */
export function seedData(
  data: Data,
  operations: readonly Operation[],
  { seed, enrollments }: { seed: number; enrollments: number },
): void {
  addOfficialSamples(data, operations)
  data.add('Meeting', makeRecurringMeeting(data.random))
  data.add('Meeting', { title: '季度经营分析会' })
  data.add('Webinar', { title: '春季新品线上发布会', enrollments })
  const closed = { status: 'MEETING_STATE_ENDED', admission_type: 0, enrollments: false } as const
  data.add('Webinar', { title: '数据安全合规讲堂', ...closed })

  // By chances of its own: more of it must not change what is made up for the data added later.
  const { random } = data
  data.random = new Random((seed + 1) | 0)
  const { meetings, webinars, enrollments: oneOfEach } = madeUp.seeds
  for (const fields of webinars) data.add('Webinar', { ...fields, enrollments: oneOfEach })
  for (const fields of meetings) data.add('Meeting', fields)
  data.random = random
  for (const entry of [...data.meetings.all(), ...data.webinars.all()]) entry.isSeeded = true
}

/** Puts the pages' own samples into the store, under the ids that the pages' own requests ask for. */
function addOfficialSamples(data: Data, operations: readonly Operation[]): void {
  const lists = { getMeeting: data.meetings, getWebinar: data.webinars }
  for (const [operationId, list] of Object.entries(lists)) {
    const sample = findSample(operations, operationId)
    if (!sample) continue
    const { response } = sample
    // The request's code is not the one in the response; both lead to the sample.
    const otherCode = String(response.meeting_code)
    const { sub_meetingid } = sample.request
    list.put({ ...pickIds(sample.request), otherCode, sub_meetingid, response })
  }
  const page = findSample(operations, 'listWebinarEnrollments')
  if (page) data.sampleEnrollmentPages.set(pickIds(page.request).meetingid, page.response)
}

function findSample(
  operations: readonly Operation[],
  operationId: string,
): { request: JsonObject; response: JsonObject } | undefined {
  const resource = operations.find((operation) => operation.operationId === operationId)?.resource
  if (!resource) return undefined
  const request = requestExamples(resource).get(published)
  const response = responseExamples(resource).get(published)
  return isJsonObject(request) && isJsonObject(response)
    ? { request, response: freezeCopy(response) }
    : undefined
}

function pickIds({ meetingid, meeting_code }: JsonObject): {
  meetingid: string
  meeting_code: string
} {
  return { meetingid: String(meetingid), meeting_code: String(meeting_code) }
}
