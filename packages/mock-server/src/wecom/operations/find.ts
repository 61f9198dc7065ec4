import type { IHttpOperation } from '@stoplight/types'
import type { Data } from '../../data/Data.ts'
import type { Directory, Stored } from '../../data/Directory.ts'
import type { MockMeeting } from '../../data/fields.ts'
import type { JsonObject } from '../../json.ts'
import { errcodes, Refusal } from '../Refusal.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'

/** Responds about the meeting or webinar that the body names; one that is not there is refused. */
export function respondAbout<Named extends { response: JsonObject }>(
  find: (data: Data, body: JsonObject) => Named | Refusal,
): OperationBehaviour {
  return {
    respond({ body }, { data }) {
      const named = find(data, body)
      return named instanceof Refusal ? named : named.response
    },
  }
}

/** The meeting that a body names, which has the sub-meeting that the body names, if it does. */
export function findMeeting({ meetings }: Data, body: JsonObject): Stored | Refusal {
  const meeting = findByIdOrCode(meetings, body)
  if (meeting instanceof Refusal) return meeting
  const { sub_meetingid } = body
  if (!sub_meetingid || listSubMeetingids(meeting).includes(sub_meetingid)) return meeting
  return new Refusal(errcodes.invalidSubMeetingid)
}

function listSubMeetingids({ sub_meetingid, response }: Stored): unknown[] {
  const { current_sub_meetingid, sub_meetings } = response as Partial<MockMeeting>
  // `extra` may hold anything under these names.
  const listed = [sub_meetings].flat().map((one) => one?.sub_meetingid)
  return [sub_meetingid, current_sub_meetingid, ...listed]
}

/** The webinar that a body names. */
export function findWebinar({ webinars }: Data, body: JsonObject): Stored | Refusal {
  return findByIdOrCode(webinars, body)
}

/** When both are sent, `meetingid` decides: https://developer.work.weixin.qq.com/document/path/98860 */
function findByIdOrCode(
  directory: Directory,
  { meetingid, meeting_code }: JsonObject,
): Stored | Refusal {
  if (meetingid) return directory.get(String(meetingid)) ?? new Refusal(errcodes.invalidMeetingid)
  return directory.byCode(String(meeting_code)) ?? new Refusal(errcodes.invalidMeetingCode)
}

/** Whether an operation knows webinars, by its tag; all others that name a meeting know meetings. */
export function isAboutWebinars({ tags }: IHttpOperation): boolean {
  return tags?.some(({ name }) => name === 'Webinar') ?? false
}
