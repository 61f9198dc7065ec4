import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type Fault, type MockServer, type MockServerOptions, startMockServer } from '../index.ts'
import { getToken, paths } from '../testing/callMock.ts'

const failures: string[] = []

async function start(options: MockServerOptions = {}): Promise<MockServer> {
  failures.length = 0
  const mock = await startMockServer({ onMockFault: (each) => failures.push(each), ...options })
  onTestFinished(() => mock.close())
  return mock
}

/** A sleep that lasts until it is aborted, and the moments when it begins and has ended. */
function sleepForever() {
  const begun = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  const sleep = (_milliseconds: number, signal: AbortSignal) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(signal.reason)
        setImmediate(ended.resolve)
      })
      begun.resolve()
    })
  return { sleep, begun: begun.promise, ended: ended.promise }
}

test.each<[Fault, status: number]>([
  [{ latency: 600_000 }, 0],
  [{ slowBody: 600_000 }, 200],
])(
  'of a caller that hangs up under %j the journal has the request then, and nothing waits on',
  async (fault, status) => {
    const { sleep, begun, ended } = sleepForever()
    const mock = await start({ sleep, faults: [fault] })
    const caller = new AbortController()
    const response = fetch(mock.url + paths.getToken, { signal: caller.signal })
    const text = response.then((each) => each.text())
    await begun
    caller.abort()
    await expect(text).rejects.toThrow('abort')
    await ended
    expect(mock.requests()).toMatchObject([{ operation: 'getToken', status }])
    expect(failures).toEqual([])
  },
)

test('the journal keeps a request that close() cuts off', async () => {
  const { sleep, begun } = sleepForever()
  const mock = await start({ sleep, latency: 600_000 })
  const response = getToken(mock)
  await begun
  await Promise.all([mock.close(), expect(response).rejects.toThrow('fetch failed')])
  await vi.waitFor(() =>
    expect(mock.requests()).toMatchObject([{ operation: 'getToken', status: 0 }]),
  )
  expect(failures).toEqual([])
})

test('the journal keeps a request to which Node could not send what a fault wants', async () => {
  const mock = await start({ faults: [{ headers: { trailer: 'x-a' } }] })
  await expect(getToken(mock)).rejects.toThrow('fetch failed')
  expect(mock.requests()).toMatchObject([{ operation: 'getToken', status: 0 }])
  expect(failures).toEqual([expect.stringContaining('ERR_HTTP_TRAILER_INVALID')])
})

test('a request that was received before a reset does not stand in the journal after it', async () => {
  const begun = Promise.withResolvers<void>()
  const over = Promise.withResolvers<void>()
  const sleep = () => {
    begun.resolve()
    return over.promise
  }
  const mock = await start({ sleep, latency: 1 })
  const response = getToken(mock)
  await begun.promise
  mock.reset()
  over.resolve()
  expect(await response).toMatchObject({ errcode: 0 })
  expect(mock.requests()).toEqual([])
  expect(mock.count()).toBe(0)
})

test('close() does not wait for a connection on which nothing was asked', async () => {
  const mock = await start()
  const socket = connect(Number(new URL(mock.url).port), '127.0.0.1')
  await once(socket, 'connect')
  await getToken(mock)
  // The second after which it cuts off what is open never passes.
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  await mock.close()
  socket.destroy()
})
