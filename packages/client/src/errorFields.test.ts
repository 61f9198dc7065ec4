import { describe, expect, test } from 'vitest'
import { everythingIn } from '../test/support/everythingIn.ts'
import { brokenConnection, fakeWeCom, refused } from '../test/support/fakeWeCom.ts'
import { virtualClock } from '../test/support/virtualClock.ts'
import { createHostClient } from './client.ts'
import { createWeComClient } from './createWeComClient.ts'
import type { ClientSettings } from './options.ts'

const meeting = { meetingid: 'hy1', sub_meetingid: 's1' }
const html = (status: number, headers: Record<string, string> = {}) =>
  new Response('<html>busy', { status, headers })

function clientOf(respond: Parameters<typeof fakeWeCom>[0], settings: ClientSettings = {}) {
  const fake = fakeWeCom(respond)
  const clock = virtualClock()
  const host = { fetch: fake.fetch, timer: clock.timer, now: clock.now, clock: clock.now }
  return { ...fake, clock, wecom: createHostClient({ ...fake.credentials, ...settings }, host) }
}

/** What a call throws once all the time has passed that it takes. */
async function errorOf(
  respond: Parameters<typeof fakeWeCom>[0],
  settings: ClientSettings = { maxRetries: 0 },
) {
  const { wecom, clock } = clientOf(respond, settings)
  const outcome = wecom.meetings.get(meeting).catch((error) => error)
  await clock.advance(120_000)
  return await outcome
}

describe('every error says how often the call was sent, and what it was about', () => {
  test.each<[string, Parameters<typeof fakeWeCom>[0]]>([
    ['ServerBusyError', () => refused(-1)],
    ['ConnectionError', () => brokenConnection()],
    ['HttpError', () => html(502)],
    ['ResponseFormatError', () => new Response('[]')],
    ['TimeoutError', () => new Promise(() => {})],
  ])('%s', async (name, respond) => {
    const error = await errorOf(respond, { maxRetries: 2, timeout: 1000 })
    expect(error).toMatchObject({ name, attempts: 3, request: meeting, retryable: true })
  })

  test('also where middleware sees the responses, and from raw', async () => {
    const { wecom } = clientOf(() => refused(60020))
    wecom.raw.use({ onRequest: () => {} })
    await expect(wecom.meetings.get(meeting)).rejects.toMatchObject({
      attempts: 1,
      request: meeting,
    })
    const broken = clientOf(() => brokenConnection(), { maxRetries: 0 }).wecom
    const call = broken.raw.POST('/cgi-bin/meeting/get_info', { body: meeting })
    await expect(call).rejects.toMatchObject({ attempts: 1, request: meeting })
  })

  test('and nothing else of the request', async () => {
    const { wecom } = clientOf(() => refused(60020))
    const body = { userid: 'zhangsan', cursor: 'c', password: 's3cret', meetingid: { toString: 1 } }
    const error = await wecom.request('/cgi-bin/meeting/x', body).catch((thrown) => thrown)
    expect(error.request).toEqual({ userid: 'zhangsan', cursor: 'c' })
    expect(everythingIn(error)).not.toContain('s3cret')
  })

  test('a refused secret, which calls share, was the same for each of them', async () => {
    const fake = fakeWeCom(
      () => ({}),
      () => refused(40001),
    )
    const wecom = createWeComClient({ ...fake.credentials, fetch: fake.fetch })
    const errors = await Promise.all(
      ['a', 'b'].map((meetingid) => wecom.meetings.get({ meetingid }).catch((error) => error)),
    )
    expect(errors.map(({ attempts }) => attempts)).toEqual([1, 1])
    expect(errors.map(({ request }) => request.meetingid)).toEqual(['a', 'b'])
    expect(fake.tokenRequests).toHaveLength(1)
  })
})

test('a ConnectionError has the code of what broke it, if there is one', async () => {
  expect(await errorOf(() => brokenConnection('ECONNREFUSED'))).toMatchObject({
    name: 'ConnectionError',
    code: 'ECONNREFUSED',
  })
  const plain = await errorOf(() => {
    throw new TypeError('fetch failed')
  })
  expect(plain).not.toHaveProperty('code')
})

describe('what is not WeCom’s is shown', () => {
  const headers = { 'content-type': 'text/html', server: 'nginx', via: '1.1 gw', 'set-cookie': 'c' }
  const told = { 'content-type': 'text/html', server: 'nginx', via: '1.1 gw' }

  test.each([
    [502, 'HttpError'],
    [200, 'ResponseFormatError'],
  ])('by the beginning of the body and some headers: %i', async (status, name) => {
    const body = `<html>\n${'x'.repeat(1000)}`
    const error = await errorOf(() => new Response(body, { status, headers }))
    expect(error).toMatchObject({ name, excerpt: body.slice(0, 300), headers: told })
    expect(error.headers).toEqual(told)
  })

  test('without the token and what a caller’s query may hide', async () => {
    const { wecom } = clientOf(
      ({ url }) => {
        const page = `${'x'.repeat(270)} ${url}`
        return new Response(page, { status: 502, headers: { server: `${url}`, via: `${url}` } })
      },
      { maxRetries: 0 },
    )
    const path = '/cgi-bin/user/get?code=a-s3cret%2Bcode'
    const error = await wecom.request(path).catch((thrown) => thrown)
    const all = everythingIn(error)
    for (const part of ['token-1', 'a-s3cret', 's3cret']) expect(all).not.toContain(part)
  })
})

describe('retryAfter', () => {
  test.each([
    [45009, 60],
    [-1, undefined],
    [60020, undefined],
  ])('of %i is %j seconds', async (errcode, seconds) => {
    expect((await errorOf(() => refused(errcode))).retryAfter).toBe(seconds)
  })

  test('of a blocked request for a token is an hour', async () => {
    const fake = fakeWeCom(
      () => ({}),
      () => refused(45009),
    )
    const wecom = createWeComClient({ ...fake.credentials, fetch: fake.fetch })
    await expect(wecom.meetings.get(meeting)).rejects.toMatchObject({
      operation: 'getToken',
      retryAfter: 3600,
    })
  })

  test.each([
    ['7', 7],
    ['0', 0],
    ['Tue, 14 Nov 2023 22:13:27 GMT', 7],
    ['Tue, 14 Nov 2023 22:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    [undefined, undefined],
  ])('of Retry-After: %s is %j', async (said, seconds) => {
    const error = await errorOf(() => html(429, said ? { 'retry-after': said } : {}))
    expect(error).toMatchObject({ name: 'HttpError', status: 429, retryable: true })
    expect(error.retryAfter).toBe(seconds)
  })

  test.each([429, 503])('is waited for after HTTP %i', async (status) => {
    const { wecom, calls, clock } = clientOf((_, nth) =>
      nth === 1 ? html(status, { 'retry-after': '20' }) : { errcode: 0 },
    )
    const call = wecom.meetings.get(meeting)
    await clock.advance(19_999)
    expect(calls).toHaveLength(1)
    await clock.advance(501)
    await call
    expect(calls).toHaveLength(2)
  })

  test.each([
    [{}, '61', 0],
    [{ deadline: 10_000 }, '10', 0],
    [{ deadline: 10_000 }, '9', 1],
    [{ deadline: 0 }, '100', 1],
  ])('with %j and %s seconds the call is sent %i more times', async (settings, said, more) => {
    const { wecom, calls, clock } = clientOf(
      (_, nth) => (nth === 1 ? html(429, { 'retry-after': said }) : { errcode: 0 }),
      settings,
    )
    const outcome = wecom.meetings.get(meeting).then(
      () => 'ok',
      ({ name, retryAfter }) => `${name} ${retryAfter}`,
    )
    await clock.advance(0)
    const early = calls.length
    await clock.advance(110_000)
    expect([early, calls.length]).toEqual([1, 1 + more])
    expect(await outcome).toBe(more ? 'ok' : `HttpError ${said}`)
  })
})

test('a server that says nothing costs a minute and a second at most', async () => {
  const { wecom, calls, clock } = clientOf(() => new Promise(() => {}))
  const outcome = wecom.meetings.get(meeting).catch(({ name }) => name)
  await clock.advance(61_000)
  expect(await Promise.race([outcome, 'open'])).toBe('TimeoutError')
  expect(calls).toHaveLength(2)
})

test('and one that says nothing to the request for a token too', async () => {
  const silent = fakeWeCom(
    () => ({}),
    () => new Promise(() => {}),
  )
  const clock = virtualClock()
  const host = { fetch: silent.fetch, timer: clock.timer, now: clock.now, clock: clock.now }
  const outcome = createHostClient(silent.credentials, host)
    .meetings.get(meeting)
    .catch(({ name }) => name)
  await clock.advance(61_000)
  expect(await Promise.race([outcome, 'open'])).toBe('TimeoutError')
})
