import type { operations } from '@wecom-meeting/spec/types'
import { findMeeting, findWebinar, respondAbout } from './find.ts'
import { getToken } from './getToken.ts'
import { listMeetingIds } from './listMeetingIds.ts'
import { listWebinarEnrollments } from './listWebinarEnrollments.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'
import { respondFromExamples } from './respondFromExamples.ts'
import { reviewWebinarEnrollments } from './reviewWebinarEnrollments.ts'

const behaviours: Partial<Record<keyof operations, OperationBehaviour>> = {
  getToken,
  /** https://developer.work.weixin.qq.com/document/path/98149 */
  getMeeting: respondAbout(findMeeting),
  /** https://developer.work.weixin.qq.com/document/path/98860 */
  getWebinar: respondAbout(findWebinar),
  listMeetingIds,
  listWebinarEnrollments,
  reviewWebinarEnrollments,
}

/** By `operationId`; one without an entry responds from its examples. */
export function findBehaviour(operationId: string): OperationBehaviour {
  const own = Object.hasOwn(behaviours, operationId) && behaviours[operationId as keyof operations]
  return own || { respond: respondFromExamples }
}
