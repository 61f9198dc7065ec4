import { errcodes } from '../errors/errcodes.ts'
import { Refusal } from '../errors/Refusal.ts'
import { findByIdOrCode } from './findByIdOrCode.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'

/** https://developer.work.weixin.qq.com/document/path/98149 */
export const getMeeting: OperationBehaviour = {
  operationId: 'getMeeting',
  answer({ body }, store) {
    const meeting = findByIdOrCode(store.meetings, body)
    if (meeting instanceof Refusal) return meeting
    const { sub_meetingid } = body
    if (sub_meetingid && !meeting.sub_meetingids.has(String(sub_meetingid))) {
      return new Refusal(errcodes.invalidSubMeetingid)
    }
    return meeting.answer
  },
}
