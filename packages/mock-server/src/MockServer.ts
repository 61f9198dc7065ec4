import type {
  Enrollment,
  EnrollmentFields,
  Meeting,
  MeetingFields,
  Webinar,
  WebinarFields,
} from './data/fields.ts'
import type { ActiveFault, Fault } from './faults/Fault.ts'
import type { ScenarioName } from './faults/scenarios.ts'
import type { JournalEntry, RequestFilter } from './journal/JournalEntry.ts'

/** A running mock server. It shares nothing with another one in the same process. */
export interface MockServer extends AsyncDisposable {
  /** Where it listens, without a slash at the end: `http://127.0.0.1:54321`. */
  readonly url: string
  /** The certificate with which it serves https, as PEM, for a client to trust; undefined over http. */
  readonly certificate: string | undefined
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
  /** The enrollments of a webinar, in the order in which the list returns them. */
  enrollments(meetingid: string): Enrollment[]
  /**
   * Changes an enrollment where it stands, as an approval does, and returns it.
   *
   * @throws {MockSetupError} when there is no such enrollment, or a field is not as the spec has it;
   * nothing is changed then.
   * @example
   * ```ts
   * mock.updateEnrollment(webinar.meetingid, enrollment.enroll_id, { status: 3 })
   * ```
   */
  updateEnrollment(
    meetingid: string,
    enroll_id: string | number,
    fields: EnrollmentFields,
  ): Enrollment
  /** Ends every token given out so far, as WeCom may do at any time; gettoken then gives a new one. */
  expireTokens(): void
  /**
   * Lets something go wrong from the next call on, and returns it with its `id`.
   *
   * @throws {MockSetupError} when the fault is not one, naming the field and what was expected.
   * @example
   * ```ts
   * mock.fault({ operation: 'getWebinar', errcode: 45009, times: 2 })
   * ```
   */
  fault(fault: Fault): ActiveFault
  /** The faults in force, those of the scenario too, oldest first. */
  readonly faults: readonly ActiveFault[]
  /**
   * Ends one fault.
   *
   * @throws {MockSetupError} when no fault in force has this `id`.
   */
  removeFault(id: number): void
  /** Ends every fault, those of the scenario too. */
  clearFaults(): void
  /**
   * Starts a scenario, a named set of faults, in place of the one before; `none` only ends that one.
   * Faults of your own stay.
   *
   * @throws {MockSetupError} when there is no such scenario, with the names of those there are.
   */
  scenario(name: ScenarioName | 'none'): void
  /** All scenarios, and which one is on. */
  readonly scenarios: readonly Scenario[]
  /** The latest requests, oldest first; tokens and secrets are masked. */
  requests(filter?: RequestFilter): JournalEntry[]
  /**
   * The first request that fits: one that the journal holds already, else the next to come. To wait
   * for a new one only, give `after` the number of the latest.
   *
   * @param options `timeout` in milliseconds, default 5000; over HTTP 60000 at most.
   * @throws {MockSetupError} when none is received in time, or the server was closed.
   * @example
   * ```ts
   * const { body } = await mock.waitFor({ operation: 'listWebinarEnrollments' }, { timeout: 2000 })
   * ```
   */
  waitFor(filter: RequestFilter, options?: { timeout?: number }): Promise<JournalEntry>
  /** Everything back to how the server started: data, tokens, limits, faults, scenario, journal. */
  reset(): void
  /** Stops listening; requests under way get their responses first, for at most a second. */
  close(): Promise<void>
}

/** A named set of faults. */
export interface Scenario {
  /** What it is called, such as `token-dies`. */
  name: ScenarioName
  /** What goes wrong while it is on. */
  description: string
  /** The same in Chinese. */
  descriptionZh: string
  /** Whether it is the one that is on. */
  active: boolean
}
