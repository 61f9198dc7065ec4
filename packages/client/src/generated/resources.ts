// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.

import type { CallOptions } from '../options.ts'
import type { PagedList } from '../paging.ts'
import { toList, toTexts } from '../readers.ts'
import { checkFields } from '../requestFields.ts'
import type { Call } from '../response.ts'
import type { Schemas, WithDates } from '../schemas.ts'
import type { SendTyped, Unhandled } from '../typed.ts'
import { type Meeting, resolveMeeting } from '../resources/meeting.ts'
import { type Webinar, resolveWebinar } from '../resources/webinar.ts'
import { type Enrollment, type EnrollmentPage, resolveEnrollmentPage } from '../resources/enrollmentPage.ts'

/** A meeting, named by its ID or by its code; one of the two is needed. The page does not say which of them counts when both are given. */
export type GetMeetingRequest = Schemas['GetMeetingRequest']

/** A member, and the period of their meetings. With neither `begin_time` nor `end_time` the period ends now; when it begins then is not published. */
export type ListMeetingIdsRequest = WithDates<Schemas['ListMeetingIdsRequest'], 'begin_time' | 'end_time'>

/** A webinar, named by its ID or by its code; one of the two is needed, and the ID counts when both are given. */
export type GetWebinarRequest = Schemas['GetWebinarRequest']

/** A webinar, and which part of its enrollments. */
export type ListWebinarEnrollmentsRequest = Schemas['ListWebinarEnrollmentsRequest']

/** Enrollments of a webinar, and what becomes of them. */
export type ReviewWebinarEnrollmentsRequest = Schemas['ReviewWebinarEnrollmentsRequest']

/** One page of meeting IDs. */
export interface MeetingIdPage extends Omit<Schemas['MeetingIdPage'], 'errcode' | 'errmsg' | 'has_more' | 'next_cursor' | 'meetingid_list'> {
  /** Whether further pages follow. */
  has_more: boolean
  /** The `cursor` of the next page. */
  next_cursor: string
  /** The IDs of the meetings; it may be empty. */
  meetingid_list: string[]
}

/** How many enrollments were handled. */
export type EnrollmentReview = Omit<Schemas['EnrollmentReview'], 'errcode' | 'errmsg'> & Unhandled

/** What can be asked of WeCom. */
export interface Resources {
  /** Meetings: `get`, `listIds`. */
  readonly meetings: Meetings
  /** Webinars: `get`, `enrollments.list`, `enrollments.review`. */
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
  /**
   * The IDs of a member's meetings within a period of at most 180 days, a page at a time. Only for self-built apps in the list of apps that may call the meeting API, and only meetings that the calling app created.
   *
   * Awaited, the first page; iterated, all of them. Nothing is sent before either.
   *
   * @throws {WeComApiError} If WeCom refuses.
   * @throws {TypeError} If `limit` is no whole number from 1 to 100, or `end_time` is more than 180 days after `begin_time`.
   * @example
   * for await (const meetingid of wecom.meetings.listIds({ userid: 'USERID', begin_time: 1586136317, end_time: 1586236317 })) console.log(meetingid)
   * @see https://developer.work.weixin.qq.com/document/path/97457
   */
  listIds(request: ListMeetingIdsRequest, options?: CallOptions): PagedList<MeetingIdPage, string>
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
  /** Enrollments: `list`, `review`. */
  readonly enrollments: WebinarsEnrollments
}

/** What can be asked of enrollments. */
export interface WebinarsEnrollments {
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
  /**
   * Approves or rejects enrollments of a webinar, or makes them wait for approval again; many at once. It sets their status, so doing it twice is as doing it once. WeCom returns how many it handled, not which. Only for self-built apps in the list of apps that may call the meeting API, and only for webinars that the calling app created.
   *
   * All go in one request, or with `batchSize` in several. `unhandled_count` is how many of them WeCom did not count as handled; those that it handled before a response was lost may be among them.
   *
   * It changes something. Where no response of WeCom comes it is sent again all the same: doing it twice is as doing it once.
   *
   * @throws {WeComApiError} If WeCom refuses, such as a `NotFoundError`:
   *   - 90602: The meeting ID is invalid, or this app did not create the meeting.
   *   - 400041: The meeting was cancelled.
   *   - 730006: The enrollment ID is invalid.
   *   - 730008: The meeting was deleted.
   * @example
   * const enrollmentReview = await wecom.webinars.enrollments.review({ meetingid: 'MEETINGID1', enroll_id_list: ['xxxxxx', 'yyyyyyy'], action: EnrollmentAction.Approve })
   * @see https://developer.work.weixin.qq.com/document/path/98877
   */
  review(request: ReviewWebinarEnrollmentsRequest, options?: CallOptions): Call<EnrollmentReview>
}

/** Creates the resources of a client. */
export function createResources({ batch, call, list }: SendTyped): Resources {
  return {
    meetings: {
      get: (request, options) => call('/cgi-bin/meeting/get_info', checkFields(request), resolveMeeting, options),
      listIds: (request, options) =>
        list('/cgi-bin/meeting/get_user_meetingid', checkFields(request, { limit: [1, 100] }, ['begin_time', 'end_time'], 15552000), request?.cursor, (fields) => fields, { items: 'meetingid_list', cursor: 'cursor', first: '0', next: 'next_cursor', end: '', more: 'has_more' }, toTexts, options),
    },
    webinars: {
      get: (request, options) => call('/cgi-bin/meeting/webinar/get', checkFields(request), resolveWebinar, options),
      enrollments: {
        list: (request, options) =>
          list('/cgi-bin/meeting/webinar/enroll/list', checkFields(request, { limit: [1, 50] }), request?.cursor, resolveEnrollmentPage, { items: 'enroll_list', cursor: 'cursor', first: '', next: 'next_cursor', end: '', more: 'has_more' }, toList<Enrollment>, options),
        review: (request, options) =>
          batch('/cgi-bin/meeting/webinar/enroll/approve', checkFields(request), { items: 'enroll_id_list', handled: 'handled_count' }, options),
      },
    },
  }
}
