import { describe, expect, test } from 'vitest'
import {
  brokenConnection,
  type FakeResponse,
  fakeWeCom,
  refused,
} from '../test/support/fakeWeCom.ts'
import { createWeComClient } from './createWeComClient.ts'

/** A call that gets what `respond` returns, and how long it waited between its attempts. */
async function callWith(respond: (nth: number) => FakeResponse, options = {}) {
  const waits: number[] = []
  const fake = fakeWeCom((_, nth) => respond(nth))
  const wecom = createWeComClient({
    accessToken: 'a-token',
    fetch: fake.fetch,
    sleep: async (ms) => void waits.push(ms),
    ...options,
  })
  const result = await wecom.meetings.get({ meetingid: 'm' }).catch((error: Error) => error)
  return { attempts: fake.calls.length, waits, result }
}

test.each<[string, () => FakeResponse, number, string]>([
  ['-1', () => refused(-1), 4, 'ServerBusyError'],
  ['45033', () => refused(45033), 4, 'RateLimitError'],
  ['a broken connection', () => brokenConnection(), 4, 'ConnectionError'],
  ['HTTP 502', () => new Response('<html>', { status: 502 }), 4, 'HttpError'],
  ['an HTML page', () => new Response('<html>'), 4, 'ResponseFormatError'],
  ['an empty response', () => new Response(''), 4, 'ResponseFormatError'],
  ['a JSON list', () => new Response('[]'), 4, 'ResponseFormatError'],
  ['HTTP 404', () => new Response('{}', { status: 404 }), 1, 'HttpError'],
  ['45009', () => refused(45009), 1, 'RateLimitError'],
  ['40058', () => refused(40058), 1, 'InvalidRequestError'],
  ['60020', () => refused(60020), 1, 'PermissionError'],
  ['90602', () => refused(90602), 1, 'NotFoundError'],
  ['a number that nobody knows', () => refused(730099), 1, 'WeComApiError'],
])('%s for ever: %3$i attempts', async (_, respond, attempts, name) => {
  const outcome = await callWith(respond)
  expect(outcome).toMatchObject({ attempts, result: { name } })
})

test('a call that succeeds on its third attempt succeeds', async () => {
  const { attempts, result } = await callWith((nth) =>
    nth < 3 ? refused(-1) : { errcode: 0, errmsg: 'ok', title: 'at last' },
  )
  expect(attempts).toBe(3)
  expect(result).toMatchObject({ title: 'at last' })
})

test.each<[string, unknown, string]>([
  [
    'an error with a code in its cause',
    new TypeError('failed', { cause: { code: 'ECONNREFUSED' } }),
    'ECONNREFUSED',
  ],
  [
    'an error with a code',
    Object.assign(new Error('failed'), { code: 'ETIMEDOUT' }),
    'ETIMEDOUT: failed',
  ],
  ['an error without one', new TypeError('Network connection lost.'), 'Network connection lost.'],
  [
    'a cause without one',
    new TypeError('fetch failed', { cause: new Error('redirect count exceeded') }),
    'redirect count exceeded',
  ],
  ['nothing', undefined, 'no reason given'],
])('a connection that breaks with %s says so', async (_, thrown, reason) => {
  const { result } = await callWith(() => Promise.reject(thrown), { maxRetries: 0 })
  expect((result as Error).message).toBe(
    `getMeeting got no response from https://qyapi.weixin.qq.com (${reason}); check the address, the network and any proxy.`,
  )
})

test('maxRetries says how often', async () => {
  expect((await callWith(() => refused(-1), { maxRetries: 0 })).attempts).toBe(1)
  expect((await callWith(() => refused(-1), { maxRetries: 5 })).attempts).toBe(6)
})

test('each wait is a random part of a doubling time', async () => {
  const waits: number[][] = []
  for (let call = 0; call < 50; call++) waits.push((await callWith(() => refused(-1))).waits)
  expect(waits.every(([a = -1, b = -1, c = -1]) => a <= 500 && b <= 1000 && c <= 2000)).toBe(true)
  expect(waits.flat().every((wait) => wait >= 0)).toBe(true)
  expect(new Set(waits.flat()).size).toBeGreaterThan(100)
})

describe('waitOnRateLimit', () => {
  test('waits more than a minute for 45009, within maxRetries', async () => {
    const outcome = await callWith(() => refused(45009), { waitOnRateLimit: true })
    expect(outcome).toMatchObject({ attempts: 4, result: { name: 'RateLimitError' } })
    expect(outcome.waits.every((wait) => wait >= 60_000 && wait <= 65_000)).toBe(true)
  })

  test('never makes a token request wait', async () => {
    const fake = fakeWeCom(
      () => ({}),
      () => refused(45009),
    )
    const options = { ...fake.credentials, fetch: fake.fetch, waitOnRateLimit: true }
    const call = createWeComClient(options).meetings.get({ meetingid: 'm' })
    await expect(call).rejects.toMatchObject({ name: 'RateLimitError', operation: 'getToken' })
    expect(fake.tokenRequests).toHaveLength(1)
  })
})

test('a call can have retries of its own', async () => {
  const fake = fakeWeCom(() => refused(-1))
  const wecom = createWeComClient({ accessToken: 'a-token', fetch: fake.fetch })
  const call = wecom.meetings.get({ meetingid: 'm' }, { maxRetries: 0 })
  await expect(call).rejects.toThrow('-1')
  expect(fake.calls).toHaveLength(1)
})

test('limits of a call that are undefined leave the client its own', async () => {
  const fake = fakeWeCom((_, nth) => (nth < 9 ? refused(-1) : {}))
  const settings = { accessToken: 'a-token', fetch: fake.fetch, sleep: async () => {} }
  const wecom = createWeComClient({ ...settings, maxRetries: 2 })
  const none = { maxRetries: undefined, timeout: undefined } as object
  await expect(wecom.meetings.get({ meetingid: 'm' }, none)).rejects.toThrow('-1')
  expect(fake.calls).toHaveLength(3)
})

test('raw has the retries too', async () => {
  const fake = fakeWeCom((_, nth) => (nth === 1 ? refused(-1) : { errcode: 0, errmsg: 'ok' }))
  const sleep = async () => {}
  const { raw } = createWeComClient({ accessToken: 'a-token', fetch: fake.fetch, sleep })
  const { data } = await raw.POST('/cgi-bin/meeting/get_info', { body: { meetingid: 'm' } })
  expect(data).toEqual({ errcode: 0, errmsg: 'ok' })
  expect(fake.calls.map(({ body }) => body)).toEqual([{ meetingid: 'm' }, { meetingid: 'm' }])
})

test('a request that a middleware of raw has replaced is sent with its body', async () => {
  const fake = fakeWeCom(() => ({ errcode: 0, errmsg: 'ok' }))
  const { raw } = createWeComClient({ accessToken: 'a-token', fetch: fake.fetch })
  raw.use({ onRequest: ({ request }) => new Request(request, { headers: { 'X-Mine': '1' } }) })
  await raw.POST('/cgi-bin/meeting/get_info', { body: { meetingid: 'm' } })
  expect(fake.calls[0]?.headers.get('x-mine')).toBe('1')
  expect(fake.calls[0]?.body).toEqual({ meetingid: 'm' })
})
