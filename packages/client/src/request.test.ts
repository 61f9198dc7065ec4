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
