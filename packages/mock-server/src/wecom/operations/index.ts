import type { operations } from '@wecom-meeting/spec/types'
import { findMeeting, findWebinar, respondAbout } from './find.ts'
import { getToken } from './getToken.ts'
import { listMeetingIds } from './listMeetingIds.ts'
import { listWebinarEnrollments } from './listWebinarEnrollments.ts'
import type { OperationBehaviour } from './OperationBehaviour.ts'
import { reviewWebinarEnrollments } from './reviewWebinarEnrollments.ts'

/** By `operationId`. An operation without an entry responds as `respondFromExamples` says. */
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

export const operationBehaviours: ReadonlyMap<string, OperationBehaviour> = new Map(
  Object.entries(behaviours),
)
