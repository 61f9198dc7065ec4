import { errcodes } from '../errors/errcodes.ts'
import { Refusal } from '../errors/Refusal.ts'
import type { JsonObject } from '../json.ts'
import type { Store, StoredMeeting } from '../state/Store.ts'
import { findByIdOrCode } from './findByIdOrCode.ts'

/** The meeting that a body names, which has the sub-meeting that the body names, if it does. */
export function findMeeting({ meetings }: Store, body: JsonObject): StoredMeeting | Refusal {
  const meeting = findByIdOrCode(meetings, body)
  if (meeting instanceof Refusal) return meeting
  const { sub_meetingid } = body
  if (!sub_meetingid || meeting.sub_meetingids.has(String(sub_meetingid))) return meeting
  return new Refusal(errcodes.invalidSubMeetingid)
}
