import { errcodes } from '../errors/errcodes.ts'
import { Refusal } from '../errors/Refusal.ts'
import type { JsonObject } from '../json.ts'
import { pageOf } from '../state/pageOf.ts'
import type { Store } from '../state/Store.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'
import { wrongCursor } from './wrongCursor.ts'

const defaultLimit = 50
const all = 0

/** "获取网络研讨会报名信息" (list a webinar's enrollments), WeCom's meeting API, webinar management. */
export const listWebinarEnrollments: OperationBehaviour = {
  answer({ body }, store) {
    const meetingid = String(body.meetingid)
    const sample = store.sampleEnrollmentPages.get(meetingid)
    // It gives way to a webinar that a tester adds under its id.
    if (sample && !store.webinars.byId(meetingid)) return samplePage(sample, body.cursor, store)

    const enrollments = store.enrollments.get(meetingid)
    if (!enrollments) return noEnrollments(meetingid, store)
    const status = Number(body.status ?? 0)
    const limit = Number(body.limit ?? defaultLimit)
    const request = { meetingid, status, limit, cursor: String(body.cursor ?? '') }
    const page = pageOf(enrollments, request, (one) => status === all || one.status === status)
    if (!page) return wrongCursor(store)
    const { entries: enroll_list, next_cursor } = page
    return { errcode: 0, errmsg: 'ok', has_more: next_cursor !== '', next_cursor, enroll_list }
  },
}

function samplePage(sample: JsonObject, cursor: unknown, store: Store): JsonObject | Refusal {
  if (!cursor || cursor === sample.next_cursor) return sample
  return wrongCursor(store)
}

/** The page says that "a not-enabled error is returned" and gives no number: hence an option. */
function noEnrollments(meetingid: string, store: Store): Refusal {
  if (!store.webinars.byId(meetingid)) return new Refusal(errcodes.invalidMeetingid)
  const detail = 'enrollment is not switched on for this webinar'
  return new Refusal(store.enrollmentOffErrcode, detail)
}
