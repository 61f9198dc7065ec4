import { expect, test } from 'vitest'
import { fakeWeCom, refused } from '../test/support/fakeWeCom.ts'
import { createWeComClient } from './createWeComClient.ts'
import type { RequestEvent } from './hooks.ts'
import type { WeComClientOptions } from './options.ts'

test('a call posts its body as JSON, with the token in the query', async () => {
  const fake = fakeWeCom(() => ({ errcode: 0, errmsg: 'ok', title: '周会' }))
  const wecom = createWeComClient({ ...fake.credentials, fetch: fake.fetch })
  expect(await wecom.meetings.get({ meetingid: 'm1' })).toMatchObject({ title: '周会' })
  expect(fake.calls).toMatchObject([
    { path: '/cgi-bin/meeting/get_info', token: 'token-1', body: { meetingid: 'm1' } },
  ])
  expect(fake.calls[0]?.headers.get('content-type')).toBe('application/json')
})

test('the token request carries the corp ID and the secret', async () => {
  const fake = fakeWeCom(() => ({ errcode: 0 }))
  const credentials = { ...fake.credentials, corpSecret: 'a+b/c=&?' }
  await createWeComClient({ ...credentials, fetch: fake.fetch }).webinars.get({ meetingid: 'w' })
  const query = Object.fromEntries(fake.tokenRequests[0]?.url.searchParams ?? [])
  expect(query).toEqual({ corpid: credentials.corpId, corpsecret: 'a+b/c=&?' })
})

test('a base URL with a path and a slash at its end is kept', async () => {
  const fake = fakeWeCom(() => ({ errcode: 0 }))
  const baseUrl = 'https://proxy.example/wecom/'
  const wecom = createWeComClient({ accessToken: 't', baseUrl, fetch: fake.fetch })
  await wecom.webinars.get({ meetingid: 'w' })
  expect(fake.calls[0]?.url.href).toBe(
    'https://proxy.example/wecom/cgi-bin/meeting/webinar/get?access_token=t',
  )
})

test('headers of a call are sent', async () => {
  const fake = fakeWeCom(() => ({ errcode: 0 }))
  const wecom = createWeComClient({ accessToken: 't', fetch: fake.fetch })
  await wecom.webinars.get({ meetingid: 'w' }, { headers: { 'X-Trace': '7' } })
  expect(fake.calls[0]?.headers.get('x-trace')).toBe('7')
})

test('raw takes the same token and hands a refusal out as data', async () => {
  const fake = fakeWeCom(() => refused(90602))
  const wecom = createWeComClient({ ...fake.credentials, fetch: fake.fetch })
  const { data } = await wecom.raw.POST('/cgi-bin/meeting/get_info', { body: { meetingid: 'm' } })
  expect(data).toEqual(refused(90602))
  expect(fake.calls[0]?.token).toBe('token-1')
})

test('raw knows its operations however the base URL is written', async () => {
  const fake = fakeWeCom(() => ({ errcode: 0, errmsg: 'ok' }))
  const operations: string[] = []
  const hooks = { onRequest: ({ operation }: RequestEvent) => void operations.push(operation) }
  const baseUrl = 'https://Proxy.Example:443/wecom'
  const { raw } = createWeComClient({ accessToken: 't', baseUrl, fetch: fake.fetch, hooks })
  await raw.POST('/cgi-bin/meeting/get_info', { body: { meetingid: 'm' } })
  expect(operations).toEqual(['getMeeting'])
})

test('a path that the spec does not know can be called through raw', async () => {
  const fake = fakeWeCom(() => ({ errcode: 0, errmsg: 'ok' }))
  const operations: string[] = []
  const hooks = { onRequest: ({ operation }: RequestEvent) => void operations.push(operation) }
  const { raw } = createWeComClient({ accessToken: 'a-token', fetch: fake.fetch, hooks })
  const path = '/cgi-bin/not-in-the-spec' as '/cgi-bin/meeting/get_info'
  await raw.POST(path, { body: { meetingid: 'm' } })
  expect(fake.calls).toMatchObject([{ path, token: 'a-token' }])
  expect(operations).toEqual([path])
})

test('raw sends the query that it is given, but no other token', async () => {
  const fake = fakeWeCom(() => ({ errcode: 0, errmsg: 'ok' }))
  const { raw } = createWeComClient({ accessToken: 'a+token', fetch: fake.fetch })
  const query = { debug: '1', name: '会议 & co', access_token: 'another' } as never
  await raw.POST('/cgi-bin/meeting/get_info', { params: { query }, body: { meetingid: 'm' } })
  expect([...(fake.calls[0]?.url.searchParams ?? [])]).toEqual([
    ['debug', '1'],
    ['name', '会议 & co'],
    ['access_token', 'a+token'],
  ])
})

test.each<[string, object]>([
  ['neither corp nor token', {}],
  ['no secret', { corpId: 'ww1' }],
  ['no corp ID', { corpSecret: 's' }],
  ['an empty secret', { corpId: 'ww1', corpSecret: '' }],
])('%s is a TypeError that says what is needed', (_, options) => {
  expect(() => createWeComClient(options as WeComClientOptions)).toThrow(TypeError)
  expect(() => createWeComClient(options as WeComClientOptions)).toThrow(/corpId and corpSecret/)
})

/** As `process.env` gives it for a variable that is not set. */
const notSet: string | undefined = undefined

test.each([
  ['corpId and corpSecret', { corpId: notSet, corpSecret: notSet }],
  ['corpId and corpSecret', { corpId: '', corpSecret: '' }],
  ['corpSecret', { corpId: 'ww1', corpSecret: notSet }],
  ['accessToken', { accessToken: notSet }],
])(
  'an environment variable that is not set is refused by what it was for: %s',
  (named, options) => {
    expect(() => createWeComClient(options as WeComClientOptions)).toThrow(
      `createWeComClient needs corpId and corpSecret, or accessToken; undefined or empty: ${named}.`,
    )
  },
)
