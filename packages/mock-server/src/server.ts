import { controlPaths } from './control/controlPaths.ts'
import { scenarioNames, scenarios } from './faults/scenarios.ts'
import { createRequestListener, type OwnPaths } from './front/createRequestListener.ts'
import { closed, listen } from './front/listen.ts'
import { brokenHttpAnswer } from './front/refuseRequest.ts'
import { loadSources } from './loadSources.ts'
import type { MockServer } from './MockServer.ts'
import { MockState } from './MockState.ts'
import { checkedOptions, type MockServerOptions } from './options.ts'
import { pagePaths } from './page/pagePaths.ts'
import { watchSources } from './watchSources.ts'

const defaultTimeout = 5000

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
  const state = new MockState(await loadSources(settings), settings)
  const stop = new AbortController()
  const ownPaths: OwnPaths[] = []
  const { server, url } = await listen({
    host: settings.host,
    port: settings.port,
    listener: createRequestListener({ state, settings, ownPaths, signal: stop.signal }),
    headTimeout: settings.bodyTimeout,
    requestTimeout: 2 * settings.bodyTimeout,
    brokenHttpAnswer: (broken) => brokenHttpAnswer(broken, { state, settings }),
  })
  const mock = mockServer(state, {
    url,
    corpId: settings.corpId,
    corpSecret: settings.corpSecret,
    async close() {
      state.journal.close()
      await closed(server)
      stop.abort()
    },
  })
  ownPaths.push(controlPaths(mock, settings), pagePaths(settings))
  if (settings.watch) watchSources(state, settings, stop.signal)
  return mock
}

type Fixed = Pick<MockServer, 'url' | 'corpId' | 'corpSecret' | 'close'>

function mockServer(state: MockState, fixed: Fixed): MockServer {
  return {
    ...fixed,
    get meetings() {
      return state.data.meetings()
    },
    get webinars() {
      return state.data.webinars()
    },
    addMeeting: (fields) => state.data.addMeeting(fields),
    addWebinar: (fields) => state.data.addWebinar(fields),
    addEnrollments: (meetingid, enrollments) => state.data.addEnrollments(meetingid, enrollments),
    enrollments: (meetingid) => state.data.enrollments(meetingid),
    updateEnrollment: (...change) => state.data.updateEnrollment(...change),
    expireTokens: () => state.store.tokens.expireAll(),
    fault: (fault) => state.addFault(fault),
    get faults() {
      return state.faults.list()
    },
    removeFault: (id) => state.faults.remove(id),
    clearFaults: () => state.clearFaults(),
    scenario: (name) => state.setScenario(name),
    get scenarios() {
      return scenarioNames.map((name) => {
        const { description, descriptionZh } = scenarios[name]
        return { name, description, descriptionZh, active: name === state.scenario }
      })
    },
    requests: (filter) => state.journal.entries(filter),
    waitFor: (filter, { timeout = defaultTimeout } = {}) =>
      state.journal.waitFor(filter, { timeout }),
    reset: () => state.reset(),
    [Symbol.asyncDispose]: fixed.close,
  }
}
