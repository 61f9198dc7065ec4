import { errcodes } from '../errors/errcodes.ts'
import { Refusal } from '../errors/Refusal.ts'
import type { JsonObject } from '../json.ts'
import { enrollmentPage } from '../state/enrollmentPages.ts'
import type { Store } from '../state/Store.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'

const defaultLimit = 50

/** "获取网络研讨会报名信息" (list a webinar's enrollments), WeCom's meeting API, webinar management. */
export const listWebinarEnrollments: OperationBehaviour = {
  operationId: 'listWebinarEnrollments',
  answer({ body }, store) {
    const meetingid = String(body.meetingid)
    const sample = store.sampleEnrollmentPages.get(meetingid)
    // It gives way to a webinar that a tester adds under its id.
    if (sample && !store.webinars.byId(meetingid)) return samplePage(sample, body.cursor, store)

    const enrollments = store.enrollments.get(meetingid)
    if (!enrollments) return noEnrollments(meetingid, store)
    const page = enrollmentPage(enrollments, {
      meetingid,
      status: Number(body.status ?? 0),
      limit: Number(body.limit ?? defaultLimit),
      cursor: String(body.cursor ?? ''),
    })
    return page ? { errcode: 0, errmsg: 'ok', ...page } : wrongCursor(store)
  },
}

function samplePage(sample: JsonObject, cursor: unknown, store: Store): JsonObject | Refusal {
  if (!cursor || cursor === sample.next_cursor) return sample
  return wrongCursor(store)
}

function wrongCursor(store: Store): Refusal {
  return new Refusal(
    store.invalidFieldErrcode,
    'cursor is not one that this server gave for this meetingid, status and limit; send the next_cursor of the page before, with the same status and limit',
  )
}

/** The page says that "a not-enabled error is returned" and gives no number: hence an option. */
function noEnrollments(meetingid: string, store: Store): Refusal {
  if (!store.webinars.byId(meetingid)) return new Refusal(errcodes.invalidMeetingid)
  const detail = 'enrollment is not switched on for this webinar'
  return new Refusal(store.enrollmentOffErrcode, detail)
}
