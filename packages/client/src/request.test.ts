import { describe, expect, test } from 'vitest'
import { fakeWeCom, refused } from '../test/support/fakeWeCom.ts'
import { createWeComClient } from './createWeComClient.ts'
import type { RequestEvent } from './hooks.ts'

const path = '/cgi-bin/meeting/create'

function clientOf(respond: Parameters<typeof fakeWeCom>[0], options = {}) {
  const fake = fakeWeCom(respond)
  const settings = { ...fake.credentials, fetch: fake.fetch, sleep: async () => {}, ...options }
  return { ...fake, wecom: createWeComClient(settings) }
}

test('request posts a body to any endpoint, and gives what is beside errcode and errmsg', async () => {
  const { wecom, calls } = clientOf(() => ({ errcode: 0, errmsg: 'ok', meetingid: 'm' }))
  const created = await wecom.request<{ meetingid: string }>(path, { title: '周会' })
  expect(created).toEqual({ meetingid: 'm' })
  expect(calls).toMatchObject([{ path, token: 'token-1', body: { title: '周会' } }])
})

test('request without a body is a GET, with the query of its path', async () => {
  const methods: string[] = []
  const hooks = { onRequest: ({ method }: RequestEvent) => void methods.push(method) }
  const { wecom, calls } = clientOf(() => ({ errcode: 0, name: '张三' }), { hooks })
  const { response } = await wecom.request('/cgi-bin/user/get?userid=%E5%BC%A0').withResponse()
  expect(await response.json()).toEqual({ errcode: 0, name: '张三' })
  expect([...(calls[0]?.url.searchParams ?? [])]).toEqual([
    ['userid', '张'],
    ['access_token', 'token-1'],
  ])
  expect(methods).toEqual(['GET', 'GET'])
  expect(calls[0]?.body).toBeUndefined()
})

test('request retries, renews the token and throws typed errors that name the path', async () => {
  const responses = [refused(-1), refused(42001), refused(60020)]
  const { wecom, calls } = clientOf((_, nth) => responses[nth - 1] ?? {})
  await expect(wecom.request(`${path}?debug=1`, {})).rejects.toMatchObject({
    name: 'PermissionError',
    operation: path,
    message: `WeCom refused ${path} with 60020: refused`,
  })
  expect(calls.map(({ token }) => token)).toEqual(['token-1', 'token-1', 'token-2'])
})

test('request takes the limits of a call', async () => {
  const { wecom, calls } = clientOf(() => refused(-1))
  await expect(wecom.request(path, {}, { maxRetries: 1 })).rejects.toThrow('-1')
  expect(calls).toHaveLength(2)
  await expect(wecom.request(path, {}, { maxRetries: -1 })).rejects.toThrow('maxRetries is -1')
})

test('a path of the spec has the checks of its operation', async () => {
  const { wecom } = clientOf(() => ({ meetingid: 'm' }), { maxRetries: 0 })
  await expect(wecom.request('/cgi-bin/meeting/get_info', {})).rejects.toMatchObject({
    name: 'ResponseFormatError',
    operation: 'getMeeting',
  })
})

describe('a body that is no plain object goes as it is', () => {
  const bytes = Uint8Array.from([0, 255, 254, 128, 13, 10, 0xef, 0xbb, 0xbf])
  const form = () => {
    const data = new FormData()
    data.set('media', new Blob([bytes]), 'a.bin')
    return data
  }
  /** What arrives, and under which type, twice: the first attempt fails. */
  async function sentBy(
    call: (wecom: ReturnType<typeof createWeComClient>) => PromiseLike<unknown>,
  ) {
    const sent: [type: string | null, body: Uint8Array][] = []
    const fetch = async (url: string | URL | Request, init?: RequestInit) => {
      const request = new Request(url, { ...init, method: 'POST' })
      sent.push([request.headers.get('content-type'), await request.bytes()])
      return Response.json({ errcode: sent.length === 1 ? -1 : 0 })
    }
    await call(createWeComClient({ accessToken: 't', fetch, sleep: async () => {} }))
    expect(sent).toHaveLength(2)
    return sent[1] as [string, Uint8Array]
  }
  const upload = '/cgi-bin/media/upload'

  test.each<[string, object, string, unknown]>([
    ['bytes', bytes, '', bytes],
    ['a Blob', new Blob([bytes], { type: 'image/png' }), 'image/png', bytes],
    ['fields', new URLSearchParams({ a: '1' }), 'application/x-www-form-urlencoded', 'a=1'],
  ])('%s', async (_, body, type, expected) => {
    const [sentType, sent] = await sentBy((wecom) => wecom.request(upload, body))
    expect(sentType ?? '').toContain(type)
    expect(typeof expected === 'string' ? new TextDecoder().decode(sent) : sent).toEqual(expected)
  })

  test.each<[string, Parameters<typeof sentBy>[0]]>([
    ['request', (wecom) => wecom.request(upload, form(), { query: { type: 'file' } })],
    ['raw', (wecom) => wecom.raw.request('post', upload as never, { body: form() } as never)],
  ])('a file in FormData, through %s', async (_, call) => {
    const [type, body] = await sentBy(call)
    const received = await new Response(body as never, {
      headers: { 'content-type': type },
    }).formData()
    const file = received.get('media') as File
    expect([file.name, await file.bytes()]).toEqual(['a.bin', bytes])
  })
})

const tagged = { [Symbol.toStringTag]: 'Room', id: 1 }

test.each([new Map(), new Set([1]), new Date(0), Promise.resolve({}), /x/, new Error('x'), tagged])(
  'request refuses a body that could only arrive as something else: %s',
  async (body) => {
    const { wecom, calls } = clientOf(() => ({ errcode: 0 }))
    await expect(wecom.request(path, body)).rejects.toThrow(
      'body is of type object; expected a plain object, a form, text or bytes.',
    )
    expect(calls).toEqual([])
  },
)

test.each<[string, object]>([
  ['no-slash', {}],
  ['/cgi-bin/../x', {}],
  ['/cgi-bin/x', { method: 'no method' }],
  ['/cgi-bin/user/get?userid=a#b', {}],
  ['/cgi-bin/x', { query: [{}] }],
  ['/cgi-bin/x', { timeout: -1 }],
])('what is wrong about %j with %j rejects, as every error of a call', async (path, options) => {
  const { wecom } = clientOf(() => ({ errcode: 0 }))
  const caught = wecom.request(path, undefined, options).catch((error: unknown) => error)
  expect(await caught).toBeInstanceOf(TypeError)
})

test('a header of the client that is undefined is not sent', async () => {
  const headers = { 'x-gateway': undefined as unknown as string, 'x-key': 'abcd' }
  let sent: object = {}
  const { fetch, credentials } = fakeWeCom(() => ({ errcode: 0 }))
  const spy: typeof globalThis.fetch = (input, init) => {
    sent = init?.headers ?? {}
    return fetch(input, init)
  }
  await createWeComClient({ ...credentials, fetch: spy, headers }).request(path, {})
  expect(sent).toMatchObject({ 'x-key': 'abcd' })
  expect(sent).not.toHaveProperty('x-gateway')
})

test('request takes a method and a query of its own', async () => {
  const methods: string[] = []
  const hooks = { onRequest: ({ method }: RequestEvent) => void methods.push(method) }
  const { wecom, calls } = clientOf(() => ({ errcode: 0 }), { hooks })
  await wecom.request('/x?a=1', {}, { method: 'put', query: { b: 2, c: '三 &' } })
  await wecom.request('/x', undefined, { query: { b: true } })
  expect(methods.slice(1)).toEqual(['PUT', 'GET'])
  expect(calls.map(({ url }) => [...url.searchParams].slice(0, -1))).toEqual([
    [
      ['a', '1'],
      ['b', '2'],
      ['c', '三 &'],
    ],
    [['b', 'true']],
  ])
  await expect(async () =>
    wecom.request('/x', undefined, { query: { access_token: 'another' } }),
  ).rejects.toThrow('no access_token')
})

test('headers of the client reach every request, the token’s too, as one plain object', async () => {
  const seen: unknown[] = []
  const fetch = async (url: unknown, init?: RequestInit) => {
    seen.push([new URL(String(url)).pathname, init?.headers])
    return Response.json({ errcode: 0, access_token: 't', expires_in: 7200 })
  }
  const { credentials } = fakeWeCom(() => ({}))
  const wecom = createWeComClient({
    ...credentials,
    fetch,
    headers: { 'X-Key': 'k', 'X-Own': 'a' },
  })
  await wecom.meetings.get({ meetingid: 'm' }, { headers: { 'x-own': 'b' } })
  await wecom.raw.POST('/cgi-bin/meeting/get_info', { body: { meetingid: 'm' } })
  const type = { 'content-type': 'application/json' }
  expect(seen).toEqual([
    ['/cgi-bin/gettoken', { 'x-key': 'k', 'x-own': 'a' }],
    ['/cgi-bin/meeting/get_info', { ...type, 'x-key': 'k', 'x-own': 'b' }],
    ['/cgi-bin/meeting/get_info', { ...type, 'x-key': 'k', 'x-own': 'a' }],
  ])
})

describe('a path that could lead elsewhere is refused, and nothing is sent', () => {
  test.each([
    '',
    'cgi-bin/meeting/create',
    'https://elsewhere.example/cgi-bin',
    '/cgi-bin/../other',
    '/cgi-bin/\n../other',
    '/cgi-bin/%2e%2e/other',
    '/x/%2E%2E/%2e./other',
    '/cgi-bin/.\t./other',
    '/cgi-bin/user/get?access_token=s3cret',
    '/cgi-bin/user/get?access%5Ftoken=s3cret',
    '/cgi-bin/user/get?ACCESS%255Ftoken=s3cret',
    '@elsewhere.example/cgi-bin',
    '.elsewhere.example/cgi-bin',
    undefined,
    7,
    null,
  ])('%j', async (unsafe) => {
    const { wecom, calls, tokenRequests } = clientOf(() => ({ errcode: 0 }))
    const call = async () => wecom.request(unsafe as string, {})
    await expect(call).rejects.toThrow(TypeError)
    await expect(call).rejects.toThrow(
      /^path must start with \/ and have no \.\. and no access_tok/,
    )
    expect([calls.length, tokenRequests.length]).toEqual([0, 0])
  })

  test.each(['//elsewhere.example/cgi-bin', '/\\elsewhere.example/cgi-bin'])(
    '%s stays at the base URL',
    async (odd) => {
      const { wecom, calls } = clientOf(() => ({ errcode: 0 }))
      await wecom.request(odd, {})
      expect(calls.map(({ url }) => url.hostname)).toEqual(['qyapi.weixin.qq.com'])
    },
  )
})
