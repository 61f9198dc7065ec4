import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createWeComClient } from '@wecom-meeting/client'
import { redisTokenStore } from '@wecom-meeting/client/redis'
import type { WorkerTask } from '@wecom-meeting/client/test-support/tokenWorker'
import { startMockServer } from '@wecom-meeting/mock-server'
import { Redis } from 'ioredis'
import { lacksRedis, startRedis } from '../../../test/support/redis.ts'
import { type Benchmark, bar } from '../Benchmark.ts'

const PROCESSES = 4
const CALLS = 25

/** Calls of gettoken when several processes find a dead token in Redis. */
export const stormOverProcesses: Benchmark = {
  name: 'storm-redis',
  title: 'How many tokens does it take over several processes?',
  method: `${PROCESSES} processes share a token in a real Redis. WeCom, here the mock server, ends it; then each process makes ${CALLS} calls at once. Counted are the calls of gettoken until all are answered. No clock enters the figure.`,
  async run({ progress }) {
    if (lacksRedis()) {
      return { rows: [], bars: [], notes: ['Not measured: there is no redis-server.'] }
    }
    progress('starting processes')
    const { gettoken, answered } = await countTokens()
    return {
      rows: [{ processes: PROCESSES, calls: PROCESSES * CALLS, answered, gettoken }],
      bars: [bar('calls of gettoken over 4 processes', gettoken, { atMost: 1 })],
      notes: ['Without a shared store each process gets a token of its own: 4 calls.'],
    }
  },
}

async function countTokens(): Promise<{ gettoken: number; answered: number }> {
  const server = await startRedis()
  await using mock = await startMockServer()
  const { url: baseUrl, corpId, corpSecret } = mock
  const { meetingid } = mock.addMeeting()
  const redis = new Redis(server.port, '127.0.0.1')
  const workers: ChildProcess[] = []
  try {
    const tokenStore = redisTokenStore(redis)
    await createWeComClient({ baseUrl, corpId, corpSecret, tokenStore }).meetings.get({ meetingid })
    mock.expireTokens()
    const before = mock.requests({ operation: 'getToken' }).length
    const task = { redisPort: server.port, baseUrl, corpId, corpSecret, meetingid, calls: CALLS }
    for (let n = 0; n < PROCESSES; n++) workers.push(await startWorker(task))
    const answered = await Promise.all(workers.map(answeredBy))
    return {
      gettoken: mock.requests({ operation: 'getToken' }).length - before,
      answered: answered.reduce((sum, one) => sum + one, 0),
    }
  } finally {
    for (const worker of workers) worker.kill()
    redis.disconnect()
    await server.stop()
  }
}

async function startWorker(task: WorkerTask): Promise<ChildProcess> {
  const path = fileURLToPath(import.meta.resolve('@wecom-meeting/client/test-support/tokenWorker'))
  const worker = fork(path, [JSON.stringify(task)])
  await once(worker, 'message')
  return worker
}

async function answeredBy(worker: ChildProcess): Promise<number> {
  const answered = once(worker, 'message')
  worker.send('go')
  return Number((await answered)[0])
}
