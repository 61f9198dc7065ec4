import { answerAbout } from './answerAbout.ts'
import { findMeeting } from './findMeeting.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'

/** https://developer.work.weixin.qq.com/document/path/98149 */
export const getMeeting: OperationBehaviour = answerAbout(findMeeting, ({ answer }) => answer)
