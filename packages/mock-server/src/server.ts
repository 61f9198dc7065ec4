import type { ControlContext } from './control/handleControl.ts'
import { scenarioNames, scenarios } from './faults/scenarios.ts'
import { createRequestListener } from './handleRequest.ts'
import { closed, listen } from './http/listen.ts'
import { isJsonObject } from './json.ts'
import type { MockServer } from './MockServer.ts'
import { checkOptions, type MockServerOptions } from './options.ts'
import { loadSources, watchSources } from './sources.ts'
import { World } from './World.ts'

/** The longest `timeout` of `waitFor` in the control's document, in milliseconds. */
const longestOverHttp = 60_000
/** Node's timers hold no longer time, in milliseconds. */
const longestTimer = 2 ** 31 - 1

/**
 * Starts a WeCom that you control: `gettoken` and the three meeting endpoints, with tokens, paging,
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
  const settings = checkOptions(options)
  const world = new World(await loadSources(settings), settings)
  const closing = new AbortController()
  const stop = new AbortController()
  const { signal } = stop
  let control: ControlContext
  const { host, port, allowedHosts } = settings
  const certificate = settings.https
    ? // What it takes to make one is loaded only then.
      await (await import('./http/createCertificate.ts')).createCertificate([host, ...allowedHosts])
    : undefined
  const { server, url } = await listen({
    ...{ host, port, certificate },
    listener: createRequestListener({ world, control: () => control, signal }),
    requestTimeout: settings.bodyTimeout,
  })
  const place = { url, certificate: certificate?.cert }
  const mock = createMockServer(world, place, async () => {
    closing.abort()
    world.journal.close()
    await closed(server)
    stop.abort()
  })
  control = { mock, world, signal: closing.signal }
  if (settings.watch) watchSources(world, signal)
  return mock
}

/** The world as it is controlled; what it is given is validated as over HTTP. */
function createMockServer(
  world: World,
  place: Pick<MockServer, 'url' | 'certificate'>,
  close: () => Promise<void>,
): MockServer {
  const { corpId, corpSecret } = world.settings
  return {
    ...{ ...place, corpId, corpSecret, close, [Symbol.asyncDispose]: close },
    get meetings() {
      return world.data.meetings.list() as unknown as MockServer['meetings']
    },
    get webinars() {
      return world.data.webinars.list() as unknown as MockServer['webinars']
    },
    addMeeting: (fields) => world.addMeeting(fields),
    addWebinar: (fields) => world.addWebinar(fields),
    addEnrollments(meetingid, enrollments) {
      world.schemas.validate('addEnrollments', { meetingid, enrollments })
      return world.data.addEnrollments(meetingid, enrollments)
    },
    enrollments(meetingid) {
      world.schemas.validate('enrollments', { meetingid })
      return world.data.listEnrollments(meetingid)
    },
    updateEnrollment(meetingid, enroll_id, fields) {
      world.schemas.validate('updateEnrollment', { meetingid, enroll_id, fields })
      return world.data.updateEnrollment(meetingid, enroll_id, fields)
    },
    expireTokens: () => world.tokens.expireAll(),
    fault: (fault) => world.addFault(fault),
    get faults() {
      return world.faults.list()
    },
    removeFault(id) {
      world.schemas.validate('removeFault', { id })
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
      world.schemas.validate('requests', filter)
      return world.journal.entries(filter)
    },
    async waitFor(filter, { timeout = 5000 } = {}) {
      // Over HTTP a connection would have to stay open for longer; here only a timer has to hold it.
      const isLong =
        typeof timeout === 'number' && timeout > longestOverHttp && timeout <= longestTimer
      const waits = isLong ? longestOverHttp : timeout
      const request = isJsonObject(filter) ? { ...filter, timeout: waits } : filter
      world.schemas.validate('waitFor', request)
      return world.journal.waitFor(filter, { timeout })
    },
    reset: () => world.reset(),
  }
}
