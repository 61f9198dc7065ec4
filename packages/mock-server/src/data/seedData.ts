import { isJsonObject } from '../json.ts'
import { Random } from '../Random.ts'
import { requestExamples, responseExamples } from '../spec/examples.ts'
import type { PrismOperation } from '../spec/operations.ts'
import type { Data } from './Data.ts'
import { freezeCopy } from './Directory.ts'
import madeUp from './madeUp.json' with { type: 'json' }
import { makeRecurringMeeting } from './makeMeeting.ts'

const published = 'as-published'

/** What is in the store at the start: the pages' own samples, and made-up data in every state. */
export function seedData(
  data: Data,
  operations: readonly PrismOperation[],
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
  for (const entry of [...data.meetings.values(), ...data.webinars.values()]) entry.isSeeded = true
}

/** Puts the pages' own samples into the store, under the ids that the pages' own requests ask for. */
function addOfficialSamples(data: Data, operations: readonly PrismOperation[]): void {
  const lists = new Map(Object.entries({ getMeeting: data.meetings, getWebinar: data.webinars }))
  for (const { operationId, resource } of operations) {
    const request = requestExamples(resource).get(published)
    const example = responseExamples(resource).get(published)
    if (!isJsonObject(request) || !isJsonObject(example)) continue
    const meetingid = String(request.meetingid)
    const response = freezeCopy(example)
    if (operationId === 'listWebinarEnrollments') {
      data.sampleEnrollmentPages.set(meetingid, response)
    }
    lists.get(operationId)?.put({
      meetingid,
      meeting_code: String(request.meeting_code),
      // Both lead to the sample.
      otherCode: String(response.meeting_code),
      sub_meetingid: request.sub_meetingid,
      response,
    })
  }
}
