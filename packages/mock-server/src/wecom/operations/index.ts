import type { operations } from '../../generated/openapi.ts'
import type { MockRequest } from '../../http/MockRequest.ts'
import type { JsonObject } from '../../json.ts'
import type { World } from '../../World.ts'
import type { Refusal } from '../Refusal.ts'
import { findMeeting, findWebinar, respondAbout } from './find.ts'
import { getToken } from './getToken.ts'
import { listWebinarEnrollments } from './listWebinarEnrollments.ts'

/** What WeCom does behind one operation of the spec. */
export interface OperationBehaviour {
  /** `request` is valid by the spec, and its token is good. */
  respond(request: ValidRequest, world: World): JsonObject | Refusal
  /** The errcode of a required parameter that is missing or empty, where it has one of its own. */
  missingParameter?: Readonly<Record<string, number>>
}

export type ValidRequest = Pick<MockRequest, 'query' | 'address' | 'isCrossSite'> & {
  body: JsonObject
}

/** By `operationId`. An operation without an entry responds as `respondFromExamples` says. */
const behaviours: Partial<Record<keyof operations, OperationBehaviour>> = {
  getToken,
  /** https://developer.work.weixin.qq.com/document/path/98149 */
  getMeeting: respondAbout(findMeeting),
  /** https://developer.work.weixin.qq.com/document/path/98860 */
  getWebinar: respondAbout(findWebinar),
  listWebinarEnrollments,
}

export const operationBehaviours: ReadonlyMap<string, OperationBehaviour> = new Map(
  Object.entries(behaviours),
)
