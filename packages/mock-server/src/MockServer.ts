import type {
  Enrollment,
  EnrollmentFields,
  Meeting,
  MeetingFields,
  Webinar,
  WebinarFields,
} from './data/fields.ts'
import type { JournalEntry } from './journal.ts'

/** A running mock server. It shares nothing with another one in the same process. */
export interface MockServer extends AsyncDisposable {
  /** Where it listens, without a slash at the end: `http://127.0.0.1:54321`. */
  readonly url: string
  /** The corp ID that gettoken accepts. */
  readonly corpId: string
  /** The secret that gettoken accepts. */
  readonly corpSecret: string
  /** Every meeting that is now in the store, the official sample first. */
  readonly meetings: readonly Meeting[]
  /** Every webinar that is now in the store, the official sample first. */
  readonly webinars: readonly Webinar[]
  /**
   * Adds a meeting and returns it with its `meetingid`; fields that you leave out are made up.
   *
   * @throws {MockSetupError} when a field is not as the spec has it; nothing is added then.
   * @example
   * ```ts
   * const { meetingid } = mock.addMeeting({ title: '周会', status: 1 })
   * ```
   * @see https://developer.work.weixin.qq.com/document/path/98149
   */
  addMeeting(fields?: MeetingFields): Meeting
  /**
   * Adds a webinar and returns it with its `meetingid`; fields that you leave out are made up.
   *
   * @throws {MockSetupError} when a field is not as the spec has it; nothing is added then.
   * @example
   * ```ts
   * const webinar = mock.addWebinar({ title: '秋季发布会', enrollments: 137 })
   * ```
   * @see https://developer.work.weixin.qq.com/document/path/98860
   */
  addWebinar(fields?: WebinarFields): Webinar
  /**
   * Adds people to a webinar's enrollments, behind those already there, and returns them.
   *
   * @throws {MockSetupError} when no webinar with enrollment has this `meetingid`, or a field is not
   * as the spec has it; nobody is added then.
   * @example
   * ```ts
   * mock.addEnrollments(webinar.meetingid, [{ nick_name: '王芳', status: 1 }])
   * ```
   * @see https://developer.work.weixin.qq.com/document/path/98876
   */
  addEnrollments(meetingid: string, enrollments: number | readonly EnrollmentFields[]): Enrollment[]
  /** Ends every token given out so far, as WeCom may do at any time; gettoken then gives a new one. */
  expireTokens(): void
  /**
   * The latest requests, oldest first; tokens and secrets are masked.
   *
   * @param filter `operation` keeps one operation's, by its operationId.
   */
  requests(filter?: { operation?: string }): JournalEntry[]
  /** Stops listening; requests under way are answered first, for at most a second. */
  close(): Promise<void>
}
