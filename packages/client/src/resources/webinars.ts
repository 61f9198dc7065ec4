import type { Call } from '../core/Call.ts'
import type { CallOptions } from '../core/options.ts'
import type { Post } from '../core/post.ts'
import type { components } from '../generated/openapi.ts'
import { type Enrollments, enrollmentsResource } from './enrollments.ts'
import { resolveWebinar, type Webinar } from './webinar.ts'

/** Which webinar: its ID or its code; the ID counts when both are given. */
export type GetWebinarRequest = components['schemas']['GetWebinarRequest']

/** What can be asked of webinars. */
export interface Webinars {
  /**
   * Everything about one webinar. Only webinars that the calling app created are found.
   *
   * @throws WeComApiError, such as a `NotFoundError` for an unknown ID (90602) or code (730004).
   * @example
   * const webinar = await wecom.webinars.get({ meetingid: 'hy…' })
   * @see https://developer.work.weixin.qq.com/document/path/98860
   */
  get(request: GetWebinarRequest, options?: CallOptions): Call<Webinar>
  /** Who enrolled. */
  readonly enrollments: Enrollments
}

/** `wecom.webinars`. */
export function webinarsResource(post: Post): Webinars {
  return {
    get: (request, options) =>
      post('/cgi-bin/meeting/webinar/get', request, resolveWebinar, options),
    enrollments: enrollmentsResource(post),
  }
}
