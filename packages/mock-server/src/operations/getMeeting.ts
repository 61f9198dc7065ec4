import { Refusal } from '../errors/Refusal.ts'
import { findMeeting } from './findMeeting.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'

/** https://developer.work.weixin.qq.com/document/path/98149 */
export const getMeeting: OperationBehaviour = {
  answer({ body }, store) {
    const meeting = findMeeting(store, body)
    return meeting instanceof Refusal ? meeting : meeting.answer
  },
}
