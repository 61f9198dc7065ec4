import type {
  Enrollment,
  EnrollmentFields,
  Meeting,
  MeetingFields,
  Webinar,
  WebinarFields,
} from './data/Data.ts'
import { Data } from './data/Data.ts'
import { addOfficialSamples } from './data/officialSamples.ts'
import { Random } from './data/Random.ts'
import { seedData } from './data/seedData.ts'
import { createEngine } from './engine/createEngine.ts'
import { judgeAnswer } from './engine/judgeAnswer.ts'
import { errcodes } from './errors/errcodes.ts'
import { Refusal } from './errors/Refusal.ts'
import { createRefusedAnswer } from './errors/refusedAnswer.ts'
import { addFixtures } from './fixtures/addFixtures.ts'
import { createRequestListener } from './front/createRequestListener.ts'
import { closed, listen } from './front/listen.ts'
import { createRoutes } from './front/routes.ts'
import { Journal, type JournalEntry } from './journal.ts'
import { checkedOptions, type MockServerOptions, type Settings } from './options.ts'
import { loadSpec, type MockSpec } from './spec/loadSpec.ts'
import { Store } from './state/Store.ts'

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

/**
 * Starts a WeCom that you control: `gettoken` and the three meeting endpoints, with tokens, paging,
 * errors and data, judged by the OpenAPI document.
 *
 * @throws {MockSetupError} when an option is wrong, the port is taken or the spec cannot be used.
 * @example
 * ```ts
 * await using mock = await startMockServer({ seed: 7 })
 * const webinar = mock.addWebinar({ title: '秋季发布会', enrollments: 137 })
 * const wecom = createWeComClient({ baseUrl: mock.url, corpId: mock.corpId, corpSecret: mock.corpSecret })
 * ```
 * @see https://developer.work.weixin.qq.com/document/path/90664
 */
export async function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  const settings = checkedOptions(options)
  const spec = await loadSpec(settings.spec)
  const store = new Store(settings)
  const data = fill(store, spec, settings)
  const refusedAnswer = createRefusedAnswer(spec.errorTexts, settings.seed)
  const journal = new Journal(settings.journalSize)
  const brokenHttp = new Refusal(
    errcodes.invalidParameter,
    'the request is not HTTP that can be read',
  )
  const { server, url } = await listen({
    host: settings.host,
    port: settings.port,
    listener: createRequestListener({
      routes: createRoutes(spec.operations),
      engine: createEngine(store, refusedAnswer),
      refusedAnswer,
      journal,
      now: settings.now,
      bodyTimeout: settings.bodyTimeout,
      onMockFault: settings.onMockFault,
    }),
    brokenHttpAnswer: (address) =>
      JSON.stringify(refusedAnswer(brokenHttp, { address, number: 0 })),
  })

  const close = (): Promise<void> => closed(server)
  return {
    url,
    corpId: settings.corpId,
    corpSecret: settings.corpSecret,
    get meetings() {
      return data.meetings()
    },
    get webinars() {
      return data.webinars()
    },
    addMeeting: (fields) => data.addMeeting(fields),
    addWebinar: (fields) => data.addWebinar(fields),
    addEnrollments: (meetingid, enrollments) => data.addEnrollments(meetingid, enrollments),
    expireTokens: () => store.tokens.expireAll(),
    requests: (filter) => structuredClone(journal.entries(filter)),
    close,
    [Symbol.asyncDispose]: close,
  }
}

function fill(store: Store, { operations }: MockSpec, settings: Settings): Data {
  const random = new Random(settings.seed)
  const data = new Data(store, random, (operationId, answer) => {
    const operation = operations.find((candidate) => candidate.operationId === operationId)
    return operation ? judgeAnswer(operation, answer) : []
  })
  addOfficialSamples(store, operations)
  seedData(data, random, settings)
  if (settings.fixtures !== undefined) addFixtures(data, settings.fixtures)
  return data
}
