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
import { Journal } from './journal.ts'
import type { MockServer } from './MockServer.ts'
import { checkedOptions, type MockServerOptions, type Settings } from './options.ts'
import { loadSpec, type MockSpec } from './spec/loadSpec.ts'
import { Store } from './state/Store.ts'

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
    requests: (filter) => journal.entries(filter),
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
