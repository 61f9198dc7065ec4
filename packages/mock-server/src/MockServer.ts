import type {
  EnrollmentFields,
  MeetingFields,
  MockEnrollment,
  MockMeeting,
  MockWebinar,
  WebinarFields,
} from './data/fields.ts'
import type { ActiveFault, Fault } from './faults/Fault.ts'
import type { Scenario, ScenarioName } from './faults/scenarios.ts'
import type {
  CountFilter,
  Expectation,
  JournalEntry,
  RequestFilter,
} from './journal/JournalEntry.ts'
import type { CorpOptions } from './options.ts'

/** A running mock server with a corp of its own. It shares nothing with another one in the same process. */
export interface MockServer extends MockCorp, AsyncDisposable {
  /** Every corp that the server serves: its own first, which is the server itself, then those added. */
  readonly corps: readonly MockCorp[]
  /**
   * Adds a corp with data, tokens, faults, journal and clock of its own, so that a test has a world to
   * itself on a server that others use, too. A request belongs to the corp whose ID or token it has.
   * `using` removes it at the end of the block.
   *
   * @param options What is left out is as it is for the server's own corp, but `corpId` and
   * `corpSecret`, which are made up.
   * @throws {MockSetupError} when an option is not one, the ID is taken or there are 200 already.
   * @example
   * ```ts
   * using corp = mock.addCorp({ enrollments: 3 })
   * const wecom = createWeComClient({ baseUrl: corp.url, corpId: corp.corpId, corpSecret: corp.corpSecret })
   * ```
   */
  addCorp(options?: CorpOptions): MockCorp & Disposable
  /**
   * Ends a corp that was added, and all that it holds: its ID and its tokens are unknown from then on.
   *
   * @throws {MockSetupError} when no corp that was added has this ID.
   */
  removeCorp(corpId: string): void
  /** Stops listening; requests under way get their responses first, for at most a second. */
  close(): Promise<void>
}

/** A corp on a mock server: all that a test sets up, breaks and looks at. */
export interface MockCorp {
  /** Where it listens, without a slash at the end: `http://127.0.0.1:54321`. */
  readonly url: string
  /** The certificate with which it serves https, as PEM, for a client to trust; undefined over http. */
  readonly certificate: string | undefined
  /** The corp ID that gettoken accepts. */
  readonly corpId: string
  /** The secret that gettoken accepts. */
  readonly corpSecret: string
  /** Every meeting that is now in the store, the official sample first. */
  readonly meetings: readonly MockMeeting[]
  /** Every webinar that is now in the store, the official sample first. */
  readonly webinars: readonly MockWebinar[]
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
  addMeeting(fields?: MeetingFields): MockMeeting
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
  addWebinar(fields?: WebinarFields): MockWebinar
  /**
   * Changes a meeting where it stands, and returns it: `{ status: 3 }`, and it has ended while your code
   * polls.
   *
   * @throws {MockSetupError} when there is none, or a field is not as the spec has it; nothing is changed then.
   */
  updateMeeting(meetingid: string, fields: MeetingFields): MockMeeting
  /**
   * Changes a webinar where it stands, and returns it. `enrollments` takes the place of all before.
   *
   * @throws {MockSetupError} when there is none, or a field is not as the spec has it; nothing is changed then.
   * @example
   * ```ts
   * mock.updateWebinar(webinar.meetingid, { status: 'MEETING_STATE_CANCELLED' })
   * ```
   */
  updateWebinar(meetingid: string, fields: WebinarFields): MockWebinar
  /**
   * Removes a meeting; calls about it are refused from then on.
   *
   * @throws {MockSetupError} when there is none.
   */
  removeMeeting(meetingid: string): void
  /**
   * Removes a webinar with its enrollments.
   *
   * @throws {MockSetupError} when there is none.
   */
  removeWebinar(meetingid: string): void
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
  addEnrollments(
    meetingid: string,
    enrollments: number | readonly EnrollmentFields[],
  ): MockEnrollment[]
  /** The enrollments of a webinar, in the order in which the list returns them. */
  enrollments(meetingid: string): MockEnrollment[]
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
  ): MockEnrollment
  /** Ends every token given out so far, as WeCom may do at any time; gettoken then gives a new one. */
  expireTokens(): void
  /**
   * Moves the clock on by so many seconds, that of tokens, limits, blocks and `listMeetingIds`; the journal's times
   * stay real.
   *
   * @throws {MockSetupError} when `seconds` is no number from 0 to 2147483647.
   * @example
   * ```ts
   * mock.advanceClock(7200) // every token given out so far has expired
   * ```
   */
  advanceClock(seconds: number): void
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
  /** The faults in force, in the order in which they win: your own, the newest first, then the scenario's. */
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
   * @throws {MockSetupError} when none is received in time, with the latest ones that were, or the
   * server was closed.
   * @example
   * ```ts
   * const { body } = await mock.waitFor({ operation: 'listWebinarEnrollments' }, { timeout: 2000 })
   * ```
   */
  waitFor(filter: RequestFilter, options?: { timeout?: number }): Promise<JournalEntry>
  /**
   * How many requests fit, of all since the last reset, also those that the journal has dropped.
   *
   * @throws {MockSetupError} when `match` is given, and there are more than 20000 different requests, or
   * bodies of over 16 kB.
   * @example
   * ```ts
   * mock.count({ operation: 'getMeeting', match: { meetingid }, errcode: 0 })
   * ```
   */
  count(filter?: CountFilter): number
  /**
   * Throws, at the line that calls it, unless as many requests fit as expected; counts as `count` does.
   * The message lists the latest requests.
   *
   * @throws {VerificationError} when there were more or fewer.
   * @example
   * ```ts
   * mock.verify({ operation: 'getMeeting', match: { meetingid }, times: { atLeast: 1, atMost: 3 } })
   * ```
   */
  verify(expected: Expectation): void
  /** Forgets all requests, those under way too, and counts from 1 again; everything else stays. */
  clearJournal(): void
  /**
   * Everything of this corp back to how it started: data, tokens, limits, faults, scenario, journal,
   * clock. Tokens end, and none of them is given out again.
   *
   * @param options `keepTokens` lets tokens live, and with them the clock. Default false.
   * @throws {MockSetupError} when an option is not one; nothing is reset then.
   */
  reset(options?: { keepTokens?: boolean }): void
  /** As JSON it is only its address, ID and secret. */
  toJSON(): { url: string; corpId: string; corpSecret: string }
}
