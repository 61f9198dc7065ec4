import { isJsonObject, type JsonObject } from '../json.ts'
import { answerExamples, requestExamples } from '../spec/examples.ts'
import type { Operation } from '../spec/operations.ts'
import type { Store } from '../state/Store.ts'
import { frozenCopy } from './frozenCopy.ts'
import { subMeetingids } from './subMeetingids.ts'

const published = 'as-published'
const isSample = true

/** Puts the pages' own samples into the store, under the ids that the pages' own requests ask for. */
export function addOfficialSamples(store: Store, operations: readonly Operation[]): void {
  const meeting = sampleOf(operations, 'getMeeting')
  if (meeting) {
    const { request, answer } = meeting
    const sub_meetingids = new Set([...subMeetingids(request), ...subMeetingids(answer)])
    // The request's code is not the one in the answer; both lead to the sample.
    store.meetings.add({ ...idsOf(request), sub_meetingids, answer, isSample }, [
      String(answer.meeting_code),
    ])
  }
  const webinar = sampleOf(operations, 'getWebinar')
  if (webinar) store.webinars.add({ ...idsOf(webinar.request), answer: webinar.answer, isSample })
  const page = sampleOf(operations, 'listWebinarEnrollments')
  if (page) store.sampleEnrollmentPages.set(idsOf(page.request).meetingid, page.answer)
}

function sampleOf(
  operations: readonly Operation[],
  operationId: string,
): { request: JsonObject; answer: JsonObject } | undefined {
  const resource = operations.find((operation) => operation.operationId === operationId)?.resource
  if (!resource) return undefined
  const request = requestExamples(resource).get(published)
  const answer = answerExamples(resource).get(published)
  return isJsonObject(request) && isJsonObject(answer)
    ? { request, answer: frozenCopy(answer) }
    : undefined
}

function idsOf({ meetingid, meeting_code }: JsonObject): {
  meetingid: string
  meeting_code: string
} {
  return { meetingid: String(meetingid), meeting_code: String(meeting_code) }
}
