import type { CallOptions } from '../core/options.ts'
import type { Post } from '../core/post.ts'
import type { components } from '../generated/openapi.ts'
import type { EnrollmentList } from './EnrollmentList.ts'
import { resolveEnrollmentPage } from './enrollment.ts'
import { PagedList } from './PagedList.ts'

/** Which webinar, and which part of its enrollments. */
export type ListEnrollmentsRequest = components['schemas']['ListWebinarEnrollmentsRequest']

/** What can be asked of enrollments. */
export interface Enrollments {
  /**
   * The enrollments of a webinar: awaited, the first page; iterated, all of them. Nothing is sent
   * before either.
   *
   * @throws WeComApiError, such as a `NotFoundError` for an unknown ID (90602). Where enrollment is
   *   not switched on, WeCom refuses with a number that it does not publish.
   * @example
   * for await (const enrollment of wecom.webinars.enrollments.list({ meetingid })) {
   *   console.log(enrollment.nick_name, enrollment.status === EnrollmentStatus.Approved)
   * }
   * @see https://developer.work.weixin.qq.com/document/path/98876
   */
  list(request: ListEnrollmentsRequest, options?: CallOptions): EnrollmentList
}

/** `wecom.webinars.enrollments`. */
export function enrollmentsResource(post: Post): Enrollments {
  return {
    list: ({ cursor: start, ...request }, options) =>
      new PagedList(
        'listWebinarEnrollments',
        start,
        options,
        (cursor, pageOptions) =>
          post(
            '/cgi-bin/meeting/webinar/enroll/list',
            cursor ? { ...request, cursor } : request,
            resolveEnrollmentPage,
            pageOptions,
          ),
        (page) => page.enroll_list,
      ),
  }
}
