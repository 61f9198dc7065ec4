import type { Middleware } from 'openapi-fetch'
import { describe, expect, test } from 'vitest'
import { fakeWeCom, refused } from '../test/support/fakeWeCom.ts'
import { createWeComClient } from './createWeComClient.ts'

const meeting = { meetingid: 'm' }
const ok = { errcode: 0, errmsg: 'ok', title: '周会' }

function clientWith(middleware: Middleware, respond: Parameters<typeof fakeWeCom>[0] = () => ok) {
  const fake = fakeWeCom(respond)
  const options = { ...fake.credentials, fetch: fake.fetch, sleep: async () => {} }
  const wecom = createWeComClient(options)
  wecom.raw.use(middleware)
  return { ...fake, wecom }
}

test('middleware sees every call, typed ones too, but no token and no secret', async () => {
  const seen: string[] = []
  const { wecom, credentials } = clientWith({
    onRequest: async ({ request, schemaPath }) => {
      seen.push(`${request.method} ${request.url} ${schemaPath} ${await request.clone().text()}`)
    },
    onResponse: async ({ response }) =>
      void seen.push(`${response.url}${await response.clone().text()}`),
  })
  await wecom.meetings.get(meeting)
  await wecom.webinars.get(meeting)
  await wecom.webinars.enrollments.list(meeting).toArray()
  await wecom.request('/cgi-bin/user/get?userid=u')
  await wecom.raw.POST('/cgi-bin/meeting/get_info', { body: meeting })
  const origin = 'https://qyapi.weixin.qq.com'
  const post = (path: string) => `POST ${origin}${path} ${path} {"meetingid":"m"}`
  expect(seen.filter((_, index) => index % 2 === 0)).toEqual([
    post('/cgi-bin/meeting/get_info'),
    post('/cgi-bin/meeting/webinar/get'),
    post('/cgi-bin/meeting/webinar/enroll/list'),
    `GET ${origin}/cgi-bin/user/get?userid=u /cgi-bin/user/get?userid=u `,
    post('/cgi-bin/meeting/get_info'),
  ])
  expect(seen.filter((_, index) => index % 2)).toEqual(Array(5).fill(JSON.stringify(ok)))
  expect(seen.join()).not.toMatch(new RegExp(`token-1|${credentials.corpSecret}`))
})

describe('middleware of a typed call', () => {
  test('may replace the request by one of the platform', async () => {
    const { wecom, calls } = clientWith({
      onRequest: async ({ request }) =>
        new Request(request.url, {
          method: 'POST',
          headers: { 'X-Mine': '1' },
          body: (await request.text()).replace('"m"', '"other"'),
        }),
    })
    await wecom.meetings.get(meeting)
    expect(calls[0]?.headers.get('x-mine')).toBe('1')
    expect(calls[0]?.body).toEqual({ meetingid: 'other' })
  })

  test('may add a header to the request that it is given', async () => {
    const { wecom, calls } = clientWith({
      onRequest: ({ request }) => void request.headers.set('x-mine', '2'),
    })
    await wecom.meetings.get(meeting, { headers: { 'x-trace': '7' } })
    expect(calls[0]?.headers.get('x-mine')).toBe('2')
    expect(calls[0]?.headers.get('x-trace')).toBe('7')
  })

  test('may respond itself, and then nothing is sent', async () => {
    const { wecom, calls, tokenRequests } = clientWith({
      onRequest: () => Response.json({ errcode: 0, title: 'from a cache' }),
    })
    const { data, response } = await wecom.meetings.get(meeting).withResponse()
    expect(data.title).toBe('from a cache')
    expect(await response.json()).toEqual({ errcode: 0, title: 'from a cache' })
    expect([calls.length, tokenRequests.length]).toEqual([0, 0])
  })

  test('may change the response; what it makes of it is read as WeCom’s', async () => {
    const changes: [Response, object][] = [
      [Response.json({ errcode: 0, title: 'changed' }), { title: 'changed' }],
      [Response.json(refused(90602)), { name: 'NotFoundError' }],
      [Response.json(refused(60020), { status: 403 }), { name: 'PermissionError' }],
      [new Response('<html>', { status: 502 }), { name: 'HttpError', status: 502 }],
      [new Response('<html>'), { name: 'ResponseFormatError' }],
      [new Response(null, { status: 204 }), { name: 'ResponseFormatError' }],
    ]
    for (const [changed, outcome] of changes) {
      const { wecom } = clientWith({ onResponse: () => changed })
      expect(await wecom.meetings.get(meeting).catch((error) => error)).toMatchObject(outcome)
    }
  })

  test('that repeats the token in a refusal does not show it', async () => {
    const echo = ({ token }: { token: string | undefined }) => ({
      errcode: 40058,
      errmsg: `${token}!`,
    })
    const { wecom } = clientWith({ onResponse: ({ response }) => response.clone() }, echo)
    const error = await wecom.meetings.get(meeting).catch((thrown) => thrown)
    expect(error.message).toContain('[redacted]!')
  })

  test('may turn an error into a response, or another error', async () => {
    const failing = () => refused(-1)
    const error = new Error('mine')
    const html = () => new Response('<html>', { status: 500 })
    const recovered = clientWith({ onError: () => Response.json(ok) }, html)
    expect(await recovered.wecom.meetings.get(meeting)).toMatchObject({ title: '周会' })
    const replaced = clientWith({ onError: () => error }, html)
    await expect(replaced.wecom.meetings.get(meeting)).rejects.toBe(error)
    const refusal = clientWith({ onError: () => error }, failing)
    await expect(refusal.wecom.meetings.get(meeting)).rejects.toMatchObject({ errcode: -1 })
  })

  test('sees a call once, whatever its retries', async () => {
    let seen = 0
    const { wecom, calls } = clientWith({ onRequest: () => void seen++ }, (_, nth) =>
      nth < 3 ? refused(-1) : ok,
    )
    await wecom.meetings.get(meeting)
    expect([seen, calls.length]).toEqual([1, 3])
  })

  test('may respond in the place of WeCom, and not with success', async () => {
    const empty = { status: 503, headers: { 'content-length': '0' } }
    const responses: [Response, string][] = [
      [new Response(null, empty), 'HttpError'],
      [new Response('login first'), 'ResponseFormatError'],
      [Response.json(refused(48002)), 'PermissionError'],
    ]
    for (const [response, name] of responses) {
      const { wecom, calls } = clientWith({ onRequest: () => response })
      await expect(wecom.meetings.get(meeting)).rejects.toMatchObject({ name })
      expect(calls).toEqual([])
    }
  })

  test('that is taken away again sees no further call', async () => {
    let seen = 0
    const middleware = { onRequest: () => void seen++ }
    const { wecom } = clientWith(middleware)
    await wecom.meetings.get(meeting)
    wecom.raw.eject(middleware)
    await wecom.meetings.get(meeting)
    expect(seen).toBe(1)
  })

  test('may send it nowhere else', async () => {
    const { wecom, calls } = clientWith({
      onRequest: ({ request }) => new Request('https://elsewhere.example/cgi-bin', request),
    })
    await expect(wecom.meetings.get(meeting)).rejects.toThrow(/tokens go to .* alone/)
    expect(calls).toEqual([])
  })
})

test('a call of raw with a fetch of its own sends through that, token and retries included', async () => {
  const own = fakeWeCom((_, nth) => (nth === 1 ? refused(-1) : ok))
  const fake = fakeWeCom(() => ok)
  const sleep = async () => {}
  const { raw } = createWeComClient({ accessToken: 'a-token', fetch: fake.fetch, sleep })
  const init = { body: meeting, fetch: own.fetch as never }
  const { data } = await raw.POST('/cgi-bin/meeting/get_info', init)
  expect(data).toEqual(ok)
  expect(own.calls.map(({ token }) => token)).toEqual(['a-token', 'a-token'])
  expect(fake.calls).toEqual([])
})

test.each([
  { fetch: undefined },
  { fetch: undefined, signal: undefined, timeout: undefined, baseUrl: undefined },
])('a call of raw with %j goes the way of any other', async (init) => {
  const fake = fakeWeCom(() => ok)
  const { raw } = createWeComClient({ accessToken: 'a-token', fetch: fake.fetch })
  const given = { body: meeting, ...init } as never
  await raw.POST('/cgi-bin/meeting/get_info', given)
  await raw.request('post', '/cgi-bin/meeting/get_info', given)
  expect(fake.calls.map(({ token }) => token)).toEqual(['a-token', 'a-token'])
})
