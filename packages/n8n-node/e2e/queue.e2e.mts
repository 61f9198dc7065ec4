import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { freePort } from './support/freePort.mts'
import { n8nProgram } from './support/installN8n.mts'
import { itemsOf, type N8nApi } from './support/N8nApi.mts'
import type { N8nServer } from './support/N8nServer.mts'
import { startN8nWithNode } from './support/n8nWithNode.mts'
import { NODE, nodeWorkflow, START } from './support/nodeWorkflow.mts'
import { lacksRedis, type Redis, startRedis } from './support/redis.mts'

let redis: Redis
let main: N8nServer
let workers: ChildProcess[] = []
let mock: MockServer
let api: N8nApi

describe.skipIf(lacksRedis)('queue mode: main, two workers, Redis', () => {
  beforeAll(async () => {
    redis = await startRedis()
    ;({ server: main, api } = await startN8nWithNode(inject('registryEnv'), {
      EXECUTIONS_MODE: 'queue',
      OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
      QUEUE_BULL_REDIS_HOST: '127.0.0.1',
      QUEUE_BULL_REDIS_PORT: String(redis.port),
    }))
    workers = await Promise.all([startWorker(), startWorker()])
    mock = await startMockServer()
  })

  afterAll(async () => {
    await Promise.all(workers.map(stopped))
    await main?.remove()
    await redis?.stop()
    await mock?.close()
  })

  it('executes on the workers, which get one token each at most', async () => {
    const webinar = mock.addWebinar({ title: '秋季发布会' })
    const { url: baseUrl, corpId, corpSecret } = mock
    const credential = await api.createCredential({ corpId, corpSecret, baseUrl })
    const { id } = await api.createWorkflow(
      nodeWorkflow(credential, {
        resource: 'webinar',
        operation: 'get',
        webinar: { __rl: true, mode: 'id', value: webinar.meetingid },
      }),
    )

    const results = await Promise.all(Array.from({ length: 8 }, () => api.run(id, START)))

    expect(results.map((result) => itemsOf(result, NODE)[0]?.json.title)).toEqual(
      Array(8).fill('秋季发布会'),
    )
    const tokens = mock.requests({ operation: 'getToken' }).length
    console.log(`8 executions on two workers: ${tokens} gettoken`)
    expect(tokens).toBeGreaterThanOrEqual(1)
    expect(tokens).toBeLessThanOrEqual(2)
  })
})

async function startWorker(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, [n8nProgram, 'worker', '--concurrency=5'], {
    env: {
      ...main.env,
      N8N_RUNNERS_BROKER_PORT: String(await freePort()),
      QUEUE_HEALTH_CHECK_PORT: String(await freePort()),
    },
  })
  await new Promise<void>((ready, failed) => {
    let log = ''
    const look = (text: unknown) => {
      log += text
      if (log.includes('n8n worker is now ready')) ready()
    }
    worker.stdout.on('data', look)
    worker.stderr.on('data', look)
    worker.once('exit', () => failed(new Error(`The worker did not start:\n${log.slice(-5000)}`)))
  })
  return worker
}

async function stopped(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null) return
  const ended = once(worker, 'exit')
  worker.kill('SIGTERM')
  await ended
}
