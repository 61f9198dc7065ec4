import { Corps } from './Corps.ts'
import { VerificationError } from './errors.ts'
import { scenarioNames, scenarios } from './faults/scenarios.ts'
import { createRequestListener } from './handleRequest.ts'
import { listen } from './http/listen.ts'
import type { MockCorp, MockServer } from './MockServer.ts'
import { type MockServerOptions, readOptions } from './options.ts'
import { loadSources, watchSources } from './sources.ts'
import { createFieldCheck, type FieldSchema } from './validateFields.ts'
import type { World } from './World.ts'

/** Over HTTP a connection would have to stay open; in process a wait may last as long as Node's timers. */
const waitSchema: FieldSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    timeout: {
      type: 'integer',
      minimum: 0,
      maximum: 2 ** 31 - 1,
      'x-expected': `milliseconds from 0 to ${2 ** 31 - 1}`,
    },
  },
}

/**
 * Starts a WeCom that you control: `gettoken` and the meeting and webinar endpoints, with tokens, paging,
 * errors and data, validated against the OpenAPI document.
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
  const settings = readOptions(options)
  const corps = new Corps(await loadSources(settings), settings)
  const { host, port, allowedHosts, bodyTimeout: requestTimeout } = settings
  const certificate = settings.https
    ? // What it takes to make one is loaded only then.
      await (await import('./http/createCertificate.ts')).createCertificate([host, ...allowedHosts])
    : undefined
  const listener = createRequestListener(corps)
  const listening = await listen({ host, port, certificate, listener, requestTimeout })
  const { server, url } = listening
  if (!settings.keepProcessAlive) {
    // A test that forgets `close` ends all the same.
    server.unref()
    server.on('connection', (socket) => socket.unref())
  }
  const closing = new AbortController()
  if (settings.watch) watchSources(corps, closing.signal)
  return createServer(corps, { url, certificate: certificate?.cert }, async () => {
    for (const world of corps.worlds) world.close()
    await listening.close()
    closing.abort()
  })
}

type Place = Pick<MockCorp, 'url' | 'certificate'>

function createServer(corps: Corps, place: Place, close: () => Promise<void>): MockServer {
  const mock = createCorp(corps.own, place)
  const rest = {
    get corps() {
      return corps.worlds.map(({ corp }) => corp)
    },
    addCorp(options) {
      const world = corps.add(options)
      return Object.assign(createCorp(world, place), {
        [Symbol.dispose]() {
          if (corps.worlds.includes(world)) corps.remove(world.settings.corpId)
        },
      })
    },
    removeCorp: (corpId) => corps.remove(corpId),
    close,
    [Symbol.asyncDispose]: close,
  } satisfies Omit<MockServer, keyof MockCorp>
  return Object.defineProperties(mock, Object.getOwnPropertyDescriptors(rest)) as MockServer
}

/** A world as it is controlled; what it is given is validated as over HTTP. */
function createCorp(world: World, place: Place): MockCorp {
  const { corpId, corpSecret } = world.settings
  const corp: MockCorp = {
    ...place,
    corpId,
    corpSecret,
    toJSON: () => ({ url: place.url, corpId, corpSecret }),
    get meetings() {
      return world.data.meetings.list() as unknown as MockCorp['meetings']
    },
    get webinars() {
      return world.data.webinars.list() as unknown as MockCorp['webinars']
    },
    addMeeting: (fields) => world.data.add('Meeting', fields),
    addWebinar: (fields) => world.data.add('Webinar', fields),
    updateMeeting: (meetingid, fields) => world.data.update('Meeting', meetingid, fields),
    updateWebinar: (meetingid, fields) => world.data.update('Webinar', meetingid, fields),
    removeMeeting: (meetingid) => world.data.remove('Meeting', meetingid),
    removeWebinar: (meetingid) => world.data.remove('Webinar', meetingid),
    addEnrollments: (meetingid, enrollments) => world.data.addEnrollments(meetingid, enrollments),
    enrollments: (meetingid) => world.data.listEnrollments(meetingid),
    updateEnrollment: (meetingid, enroll_id, fields) =>
      world.data.updateEnrollment(meetingid, enroll_id, fields),
    expireTokens: () => world.tokens.expireAll(),
    advanceClock: (seconds) => world.advanceClock(seconds),
    fault: (fault) => world.addFault(fault),
    get faults() {
      return world.faults.list()
    },
    removeFault(id) {
      world.validate('removeFault', { id })
      world.faults.remove(id)
    },
    clearFaults: () => world.clearFaults(),
    scenario: (name) => world.setScenario(name),
    get scenarios() {
      return scenarioNames.map((name) => {
        const { description, descriptionZh } = scenarios[name]
        return { name, description, descriptionZh, active: name === world.scenario }
      })
    },
    requests(filter = {}) {
      world.validate('requests', filter)
      return world.journal.entries(filter)
    },
    async waitFor(filter, options = {}) {
      const atCaller = rememberCaller(corp.waitFor)
      world.validate('requests', filter, { owner: 'waitFor' })
      createFieldCheck(waitSchema, 'waitFor')(options)
      const { timeout = 5000 } = options
      return world.journal.waitFor(filter, { timeout, atCaller })
    },
    count(filter = {}) {
      world.validate('count', filter)
      return world.journal.count(filter)
    },
    verify(expected) {
      world.validate('verify', expected)
      const miscount = world.journal.findMiscount(expected)
      if (miscount) throw rememberCaller(corp.verify)(new VerificationError(miscount))
    },
    clearJournal: () => world.journal.clear(),
    reset(options = {}) {
      world.validate('reset', options)
      world.reset(options)
    },
  }
  world.corp = corp
  return corp
}

/**
 * For errors that this package's own code or a timer throws later: gives them the stack of who calls
 * `called` now, such as a test's own line.
 */
function rememberCaller(called: (...args: never[]) => unknown): <E extends Error>(error: E) => E {
  const place = { stack: '' }
  Error.captureStackTrace(place, called)
  const frames = place.stack.slice(place.stack.indexOf('\n'))
  return (error) => Object.assign(error, { stack: `${error.name}: ${error.message}${frames}` })
}
