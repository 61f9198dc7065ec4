import { errcodes } from '../errors/errcodes.ts'
import { Refusal } from '../errors/Refusal.ts'
import type { JsonObject } from '../json.ts'
import type { Directory } from '../state/Directory.ts'

/** When both are sent, `meetingid` decides: https://developer.work.weixin.qq.com/document/path/98860 */
export function findByIdOrCode<T extends { meetingid: string; meeting_code: string }>(
  directory: Directory<T>,
  { meetingid, meeting_code }: JsonObject,
): T | Refusal {
  if (meetingid) return directory.byId(String(meetingid)) ?? new Refusal(errcodes.invalidMeetingid)
  return directory.byCode(String(meeting_code)) ?? new Refusal(errcodes.invalidMeetingCode)
}
