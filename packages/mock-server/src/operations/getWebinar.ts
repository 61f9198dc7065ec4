import { answerAbout } from './answerAbout.ts'
import { findWebinar } from './findWebinar.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'

/** https://developer.work.weixin.qq.com/document/path/98860 */
export const getWebinar: OperationBehaviour = answerAbout(findWebinar, ({ answer }) => answer)
