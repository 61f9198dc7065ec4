// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.

import type { CallOptions } from '../options.ts'
import type { PagedList } from '../paging.ts'
import { type Meeting, resolveMeeting } from '../resources/meeting.ts'
import { type Webinar, resolveWebinar } from '../resources/webinar.ts'
import { type Enrollment, type EnrollmentPage, resolveEnrollmentPage } from '../resources/enrollmentPage.ts'
import type { Call } from '../response.ts'
import type { Schemas, SendTyped } from '../schemas.ts'

/** A meeting, named by its ID or by its code; one of the two is needed. The page does not say which of them counts when both are given. */
export type GetMeetingRequest = Schemas['GetMeetingRequest']

/** A webinar, named by its ID or by its code; one of the two is needed, and the ID counts when both are given. */
export type GetWebinarRequest = Schemas['GetWebinarRequest']

/** A webinar, and which part of its enrollments. */
export type ListWebinarEnrollmentsRequest = Schemas['ListWebinarEnrollmentsRequest']

/** What can be asked of WeCom. */
export interface Resources {
  /** Meetings: `get`. */
  readonly meetings: Meetings
  /** Webinars: `get`, `enrollments.list`. */
  readonly webinars: Webinars
}

/** What can be asked of meetings. */
export interface Meetings {
  /**
   * Everything about one meeting: its times, settings, recurrence and who attended. The meeting is named by its ID or by its code. Only for self-built apps in the list of apps that may call the meeting API, and only for meetings that the calling app created.
   *
   * @throws {WeComApiError} If WeCom refuses, such as a `NotFoundError`:
   *   - 90602: The meeting ID is invalid, or this app did not create the meeting.
   *   - 400041: The meeting was cancelled.
   *   - 730003: The sub-meeting ID is invalid.
   *   - 730004: The meeting code is invalid.
   *   - 730008: The meeting was deleted.
   * @example
   * const meeting = await wecom.meetings.get({ meeting_code: '123456789' })
   * @see https://developer.work.weixin.qq.com/document/path/98149
   */
  get(request: GetMeetingRequest, options?: CallOptions): Call<Meeting>
}

/** What can be asked of webinars. */
export interface Webinars {
  /**
   * Everything about one webinar: its times, admission, links, activity page and media settings. The webinar is named by its ID or by its code. Only for self-built apps in the list of apps that may call the meeting API, and only for webinars that the calling app created; only members inside the app's visible range are given.
   *
   * @throws {WeComApiError} If WeCom refuses, such as a `NotFoundError`:
   *   - 90602: The meeting ID is invalid, or this app did not create the meeting.
   *   - 400041: The meeting was cancelled.
   *   - 730004: The meeting code is invalid.
   *   - 730008: The meeting was deleted.
   * @example
   * const webinar = await wecom.webinars.get({ meeting_code: 'MEETINGCODE' })
   * @see https://developer.work.weixin.qq.com/document/path/98860
   */
  get(request: GetWebinarRequest, options?: CallOptions): Call<Webinar>
  /** Enrollments: `list`. */
  readonly enrollments: Enrollments
}

/** What can be asked of enrollments. */
export interface Enrollments {
  /**
   * The people who enrolled in a webinar and what they answered, a page at a time. Where enrollment is not enabled, WeCom returns an error whose number it does not publish. This endpoint takes no meeting code. Only for self-built apps in the list of apps that may call the meeting API, and only for webinars that the calling app created.
   *
   * Awaited, the first page; iterated, all of them. Nothing is sent before either.
   *
   * @throws {WeComApiError} If WeCom refuses, such as a `NotFoundError`:
   *   - 90602: The meeting ID is invalid, or this app did not create the meeting.
   *   - 400041: The meeting was cancelled.
   *   - 730008: The meeting was deleted.
   * @throws {TypeError} If `limit` is no whole number from 1 to 50.
   * @example
   * for await (const enrollment of wecom.webinars.enrollments.list({ meetingid: 'MEETINGID1' })) console.log(enrollment)
   * @see https://developer.work.weixin.qq.com/document/path/98876
   */
  list(request: ListWebinarEnrollmentsRequest, options?: CallOptions): PagedList<EnrollmentPage, Enrollment>
}

/** Creates the resources of a client. */
export function createResources({ call, list }: SendTyped): Resources {
  return {
    meetings: {
      get: (request, options) => call('/cgi-bin/meeting/get_info', request, resolveMeeting, options),
    },
    webinars: {
      get: (request, options) => call('/cgi-bin/meeting/webinar/get', request, resolveWebinar, options),
      enrollments: {
        list: (request, options) =>
          list('/cgi-bin/meeting/webinar/enroll/list', request, resolveEnrollmentPage, (page) => page.enroll_list, [1, 50], options),
      },
    },
  }
}
