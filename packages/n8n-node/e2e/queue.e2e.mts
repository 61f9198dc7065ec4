import { type MockServer, type MockWebinar, startMockServer } from '@wecom-meeting/mock-server'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { lacksRedis, type RedisServer, startRedis } from '../../../test/support/redis.ts'
import { fired } from './support/fired.mts'
import { itemsOf, type N8nApi } from './support/N8nApi.mts'
import type { N8nServer } from './support/N8nServer.mts'
import { N8nWorker } from './support/N8nWorker.mts'
import { startN8nWithNode } from './support/n8nWithNode.mts'
import { NODE, nodeWorkflow, START, triggerWorkflow } from './support/nodeWorkflow.mts'

/** Twice as many as the two workers take at a time. */
const EXECUTIONS = 8

let redis: RedisServer
let main: N8nServer
let workers: N8nWorker[] = []
let mock: MockServer
let api: N8nApi
let webinar: MockWebinar
let workflowId: string
let trigger: { id: string; versionId: string }

describe.skipIf(lacksRedis())('queue mode: main, two workers, Redis', () => {
  beforeAll(async () => {
    redis = await startRedis()
    ;({ server: main, api } = await startN8nWithNode(inject('registryEnv'), {
      EXECUTIONS_MODE: 'queue',
      OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
      QUEUE_BULL_REDIS_HOST: '127.0.0.1',
      QUEUE_BULL_REDIS_PORT: String(redis.port),
    }))
    workers = await Promise.all([N8nWorker.start(main.env), N8nWorker.start(main.env)])
    mock = await startMockServer()
    // So slow that one worker rarely takes all executions.
    mock.fault({ operation: 'getWebinar', latency: 1000 })
    webinar = mock.addWebinar({ title: '秋季发布会', enrollments: 60 })
    const { url: baseUrl, corpId, corpSecret } = mock
    const credential = await api.createCredential({ corpId, corpSecret, baseUrl })
    const locator = { __rl: true, mode: 'id', value: webinar.meetingid }
    const parameters = { resource: 'webinar', operation: 'get', webinar: locator }
    workflowId = (await api.createWorkflow(nodeWorkflow(credential, parameters))).id
    trigger = await api.createWorkflow(
      triggerWorkflow(credential, { webinar: locator, event: 'created' }),
    )
  })

  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.stop()))
    await main?.remove()
    await redis?.stop()
    await mock?.close()
  })

  it('polls on main and executes on both workers, all with one and the same token', async () => {
    await api.activate(trigger)
    await api.published(trigger.id)
    await executeOnBothWorkers()

    expect(operationsSince(0)).toEqual(new Set(['listWebinarEnrollments', 'getWebinar']))
    expect(tokensSince(0).size).toBe(1)
    expect(mock.requests({ errcode: 0 })).toHaveLength(mock.requests().length)
    // Each process asks for it once.
    expect(getTokensSince(0)).toBe(3)
  })

  it('goes on with one new token, all of them, when WeCom has ended it', async () => {
    // So that no poll is on its way while WeCom ends the token.
    await api.deactivate(trigger.id)
    const [old] = tokensSince(0)
    // The journal is in the order of the answers, the numbers are in that of the requests.
    const before = Math.max(...mock.requests().map(({ number }) => number))
    mock.expireTokens()
    mock.addEnrollments(webinar.meetingid, [{ nick_name: '王芳', status: 1 }])

    // Activated anew, a trigger polls at once.
    await api.activate(trigger)
    await api.published(trigger.id)
    await executeOnBothWorkers()

    expect(await fired(api, trigger.id, 1)).toMatchObject([{ json: { nick_name: '王芳' } }])
    expect(operationsSince(before)).toEqual(new Set(['listWebinarEnrollments', 'getWebinar']))
    const renewed = tokensSince(before, { errcode: 0 })
    expect(renewed.size).toBe(1)
    expect(renewed).not.toContain(old)
    expect(tokensSince(before)).toEqual(new Set([old, ...renewed]))
    expect(getTokensSince(before)).toBe(3)
  })
})

/** Executes the workflow until each worker has done so: how they share the work is theirs to say. */
async function executeOnBothWorkers(): Promise<void> {
  const ids: string[] = []
  do {
    const runs = Array.from({ length: EXECUTIONS }, () => api.run(workflowId, START))
    for (const run of await Promise.all(runs)) {
      expect(run).toMatchObject({ status: 'success' })
      expect(itemsOf(run, NODE)).toMatchObject([{ json: { title: '秋季发布会' } }])
      ids.push(run.id)
    }
  } while (!workers.every(({ executions }) => ids.some((id) => executions.has(id))))
}

/** What the data requests carried, as the journal shows it: a fingerprint for each token. */
function tokensSince(after: number, filter: { errcode?: number } = {}): Set<unknown> {
  return new Set(dataRequests({ after, ...filter }).map(({ query }) => query.access_token))
}

function operationsSince(after: number): Set<unknown> {
  return new Set(dataRequests({ after }).map(({ operation }) => operation))
}

function dataRequests(filter: { after: number; errcode?: number }) {
  return mock.requests(filter).filter(({ operation }) => operation !== 'getToken')
}

function getTokensSince(after: number): number {
  return mock.requests({ operation: 'getToken', after }).length
}
