import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createWeComClient, type TokenEvent } from '@wecom-meeting/client'
import { type AnyRedis, redisTokenStore } from '@wecom-meeting/client/redis'
import { startMockServer } from '@wecom-meeting/mock-server'
import { Cluster, Redis } from 'ioredis'
import { createClient, createClientPool, createCluster } from 'redis'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { freePort, lacksRedis, type RedisServer, startRedis } from '../../../test/support/redis.ts'
import { type FakeWeCom, fakeWeCom, refused } from './support/fakeWeCom.ts'
import type { WorkerTask } from './support/tokenWorker.ts'

const meeting = { meetingid: 'm' }
const inAnHour = () => Date.now() + 3_600_000
const signal = new AbortController().signal

describe.skipIf(lacksRedis())('the Redis token store', () => {
  let server: RedisServer
  let ioredis: Redis
  let nodeRedis: ReturnType<typeof createClient>

  beforeAll(async () => {
    server = await startRedis()
    ioredis = new Redis(server.port, '127.0.0.1')
    nodeRedis = createClient({ url: `redis://127.0.0.1:${server.port}` })
    await nodeRedis.connect()
  })
  beforeEach(async () => void (await ioredis.flushall()))
  afterAll(async () => {
    ioredis?.disconnect()
    nodeRedis?.destroy()
    await server?.stop()
  })

  describe.each(['ioredis', 'node-redis'])('over %s', (name) => {
    const storeOf = (options = {}) =>
      redisTokenStore(name === 'ioredis' ? ioredis : nodeRedis, options)

    test('gives what was set, for as long as it lives', async () => {
      const store = storeOf()
      expect(await store.get('key')).toBeUndefined()
      const token = { token: 'a-token', expiresAt: inAnHour() }
      await store.set('key', token)
      expect(await store.get('key')).toEqual(token)
      const life = await ioredis.pttl('wecom-meeting:key')
      expect(life).toBeGreaterThan(3_590_000)
      expect(life).toBeLessThanOrEqual(3_600_000)
    })

    test.each(['a-bare-token_0123456789', '"a-bare-token"', '{"token":', '7', '[]', 'null', ''])(
      'what is no token of its own counts as none: %s',
      async (held) => {
        const store = storeOf()
        const fake = fakeWeCom((_, nth) =>
          nth === 1 ? refused(40014) : { errcode: 0, errmsg: 'ok' },
        )
        const told: TokenEvent[] = []
        const client = createWeComClient({
          ...fake.credentials,
          fetch: fake.fetch,
          hooks: { onToken: (event) => void told.push(event) },
          tokenStore: {
            ...store,
            // Put there by somebody else, before each look.
            get: async (key) => {
              await ioredis.set(`wecom-meeting:${key}`, held)
              return store.get(key)
            },
            set: async () => {},
          },
        })
        await client.meetings.get(meeting)
        expect(fake.calls.map(({ token }) => token)).toEqual(['token-1', 'token-2'])
        expect(told.map(({ kind }) => kind)).toEqual(['issued', 'dropped', 'issued'])
      },
    )

    test('a token that has ended is not stored', async () => {
      await storeOf().set('key', { token: 'a-token', expiresAt: Date.now() - 1 })
      expect(await ioredis.keys('*')).toEqual([])
    })

    test('deletes a token only if it still is the one meant', async () => {
      const store = storeOf({ prefix: 'mine:' })
      await store.set('key', { token: 'newer', expiresAt: inAnHour() })
      await store.delete('key', 'older')
      expect(await ioredis.keys('*')).toEqual(['mine:key'])
      await store.delete('key', 'newer')
      expect(await ioredis.keys('*')).toEqual([])
    })

    test('a lock is held by one at a time', async () => {
      const store = storeOf()
      const order: string[] = []
      const release = await store.lock('key', signal)
      const second = store.lock('key', signal).then((releaseSecond) => {
        order.push('second')
        return releaseSecond()
      })
      // Another key is another lock.
      await (await store.lock('another key', signal))()
      order.push('first')
      await release()
      await second
      expect(order).toEqual(['first', 'second'])
      expect(await ioredis.keys('*')).toEqual([])
    })

    test('a lock that ended by itself is not released from under the next one', async () => {
      const late = await storeOf({ lockTime: 30 }).lock('key', signal)
      const release = await storeOf().lock('key', signal)
      await late()
      expect(await ioredis.keys('*')).toEqual(['wecom-meeting:lock:key'])
      await release()
    })

    test('a signal ends the wait for a lock', async () => {
      const store = storeOf()
      const release = await store.lock('key', signal)
      await expect(store.lock('key', AbortSignal.abort('enough'))).rejects.toBe('enough')
      await release()
    })
  })

  test('4 processes with 25 calls each and a dead token need one new token', async () => {
    await using mock = await startMockServer()
    const { url: baseUrl, corpId, corpSecret } = mock
    const { meetingid } = mock.addMeeting()
    const tokenStore = redisTokenStore(ioredis)
    await createWeComClient({ baseUrl, corpId, corpSecret, tokenStore }).meetings.get({ meetingid })
    mock.expireTokens()
    const before = mock.requests({ operation: 'getToken' }).length

    const task = { redisPort: server.port, baseUrl, corpId, corpSecret, meetingid, calls: 25 }
    const workers = await Promise.all([1, 2, 3, 4].map(() => startWorker(task)))
    const counts = workers.map((worker) => once(worker, 'message'))
    for (const worker of workers) worker.send('go')
    const succeeded = (await Promise.all(counts)).map(([count]) => count)
    expect(succeeded).toEqual([25, 25, 25, 25])
    expect(mock.requests({ operation: 'getToken' })).toHaveLength(before + 1)
  }, 30_000)

  test.each(['ioredis', 'node-redis'])(
    'while Redis is away from %s, each client gets a token of its own and says so',
    async (name) => {
      const away = await startRedis()
      // Longer than the test: it connects again when it is told to.
      const io = new Redis(away.port, '127.0.0.1', { retryStrategy: () => 600_000 })
      const node = createClient({
        url: `redis://127.0.0.1:${away.port}`,
        socket: { reconnectStrategy: 50 },
      })
      for (const client of [io, node]) client.on('error', () => {})
      await node.connect()
      const store = redisTokenStore(name === 'ioredis' ? io : node)

      const fake = fakeWeCom(() => ({ errcode: 0, errmsg: 'ok' }))
      await callWith(fake, store)
      await away.stop()
      await expect.poll(() => [io.status, node.isReady]).toEqual(['reconnecting', false])
      const events = await callWith(
        { ...fake, credentials: { corpId: 'b', corpSecret: 'b' } },
        store,
      )
      expect(events.map(({ kind }) => kind)).toEqual([
        'store-failed',
        'store-failed',
        'store-failed',
        'issued',
      ])
      for (const { error } of events.slice(0, 3)) {
        expect(error).toMatchObject({ message: 'Redis is not connected.' })
      }

      const back = await startRedis(away.port)
      await io.connect()
      await expect.poll(() => [io.status, node.isReady]).toEqual(['ready', true])
      const after = await callWith(
        { ...fake, credentials: { corpId: 'c', corpSecret: 'c' } },
        store,
      )
      expect(after.map(({ kind }) => kind)).toEqual(['issued'])
      io.disconnect()
      node.destroy()
      await back.stop()
    },
  )

  test('a Redis that does not respond is waited for no longer than said', async () => {
    const hanging = { call: () => new Promise<never>(() => {}), status: 'ready' }
    const store = redisTokenStore(hanging, { commandTimeout: 10 })
    await expect(store.get('key')).rejects.toMatchObject({
      name: 'TimeoutError',
      message: 'Redis GET timed out after 10 ms.',
    })
  })
})

test.each([
  [null, 'null'],
  [undefined, 'undefined'],
  [{}, 'of type object'],
  ['redis://:s3cret@127.0.0.1', 'a long text'],
  [{ call: true }, 'of type object'],
])('redisTokenStore(%j) is refused', (redis, shown) => {
  expect(() => redisTokenStore(redis as never)).toThrow(
    new TypeError(`redis is ${shown}; expected a connected ioredis or node-redis client.`),
  )
})

test.each([
  { sendCommand: async () => 'OK', isOpen: false },
  { sendCommand: async () => 'OK', isOpen: false, isReady: false, masters: [] },
  { call: async () => 'OK', status: 'end' },
])('a client that is not connected is told at once: %j', (redis) => {
  expect(() => redisTokenStore(redis as never)).toThrow(
    new TypeError('redis is not connected; call its connect() first.'),
  )
})

describe.skipIf(lacksRedis())('over a pool or a cluster', () => {
  let server: RedisServer
  let cluster: RedisServer
  let control: Redis
  let folder: string

  beforeAll(async () => {
    server = await startRedis()
    folder = await mkdtemp(join(tmpdir(), 'wecom-meeting-redis-'))
    const more = ['--cluster-enabled', 'yes', '--cluster-port', `${await freePort()}`]
    more.push('--cluster-announce-ip', '127.0.0.1', '--dir', folder)
    cluster = await startRedis(undefined, more)
    control = new Redis(cluster.port, '127.0.0.1')
    await control.call('CLUSTER', 'ADDSLOTSRANGE', '0', '16383')
    const isReady = async () =>
      expect(await control.call('CLUSTER', 'INFO')).toContain('cluster_state:ok')
    await vi.waitFor(isReady, 20_000)
  }, 30_000)
  afterAll(async () => {
    control?.disconnect()
    await cluster?.stop()
    await server?.stop()
    if (folder) await rm(folder, { recursive: true })
  })

  test.each<[string, () => Promise<AnyRedis & { close(): unknown }>]>([
    [
      'node-redis pool',
      async () => {
        const pool = createClientPool({ url: `redis://127.0.0.1:${server.port}` })
        await pool.connect()
        return pool
      },
    ],
    [
      'node-redis cluster',
      async () => {
        const nodes = createCluster({
          rootNodes: [{ url: `redis://127.0.0.1:${cluster.port}` }],
        })
        await nodes.connect()
        return nodes
      },
    ],
    [
      'ioredis cluster',
      async () => {
        const nodes = new Cluster([{ host: '127.0.0.1', port: cluster.port }])
        return Object.assign(nodes, { close: () => nodes.disconnect() })
      },
    ],
  ])('%s: tokens are kept, shared and dropped', async (_, connect) => {
    const redis = await connect()
    try {
      const fake = fakeWeCom((_, nth) => (nth === 3 ? refused(42001) : { errcode: 0 }))
      const kinds = async () =>
        (await callWith(fake, redisTokenStore(redis))).map(({ kind }) => kind)
      expect(await kinds()).toEqual(['issued'])
      expect(await kinds()).toEqual(['found'])
      expect(await kinds()).toEqual(['found', 'dropped', 'issued'])
    } finally {
      await redis.close()
    }
  })
})

test.each([
  [{ prefix: 7 }, 'prefix is 7; expected text.'],
  [{ lockTime: 0 }, 'lockTime is 0; expected whole milliseconds above 0.'],
  [{ lockTime: 0.5 }, 'lockTime is 0.5; expected whole milliseconds above 0.'],
  [{ lockTime: Number.NaN }, 'lockTime is NaN; expected whole milliseconds above 0.'],
  [{ commandTimeout: -1 }, 'commandTimeout is -1; expected milliseconds, 0 for no limit.'],
  [null, 'options is null; expected an object.'],
])('a redisTokenStore with the options %j is refused', (options, message) => {
  const redis = { call: async () => 'OK', status: 'ready' }
  expect(() => redisTokenStore(redis, options as never)).toThrow(new TypeError(message))
})

async function startWorker(task: WorkerTask): Promise<ChildProcess> {
  const path = fileURLToPath(new URL('./support/tokenWorker.ts', import.meta.url))
  const worker = fork(path, [JSON.stringify(task)])
  await once(worker, 'message')
  return worker
}

/** Makes a call, and gives what was told of its token. */
async function callWith(
  { fetch, credentials }: Pick<FakeWeCom, 'fetch' | 'credentials'>,
  tokenStore: ReturnType<typeof redisTokenStore>,
): Promise<TokenEvent[]> {
  const events: TokenEvent[] = []
  const hooks = { onToken: (event: TokenEvent) => void events.push(event) }
  await createWeComClient({ ...credentials, fetch, tokenStore, hooks }).meetings.get(meeting)
  return events
}
