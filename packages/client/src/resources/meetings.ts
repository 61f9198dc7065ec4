import type { Call } from '../core/Call.ts'
import type { CallOptions } from '../core/options.ts'
import type { Post } from '../core/post.ts'
import type { components } from '../generated/openapi.ts'
import { type Meeting, resolveMeeting } from './meeting.ts'

/** Which meeting: its ID or its code, and for one meeting out of a recurring one its sub-meeting ID. */
export type GetMeetingRequest = components['schemas']['GetMeetingRequest']

/** What can be asked of meetings. */
export interface Meetings {
  /**
   * Everything about one meeting. Only meetings that the calling app created are found.
   *
   * @throws WeComApiError, such as a `NotFoundError` for an unknown ID (90602) or code (730004).
   * @example
   * const meeting = await wecom.meetings.get({ meeting_code: '123456789' })
   * @see https://developer.work.weixin.qq.com/document/path/98149
   */
  get(request: GetMeetingRequest, options?: CallOptions): Call<Meeting>
}

/** `wecom.meetings`. */
export function meetingsResource(post: Post): Meetings {
  return {
    get: (request, options) => post('/cgi-bin/meeting/get_info', request, resolveMeeting, options),
  }
}
