import { describe, expect, test } from 'vitest'
import { fakeWeCom } from '../test/support/fakeWeCom.ts'
import { createWeComClient } from './createWeComClient.ts'
import type { CallOptions, WeComClientOptions } from './options.ts'

const milliseconds = 'milliseconds, 0 for no limit'

const wrongLimits: [name: string, value: unknown, said: string][] = [
  ...['timeout', 'deadline'].flatMap((name): [string, unknown, string][] => [
    [name, Number.NaN, `is NaN; expected ${milliseconds}.`],
    [name, -1, `is -1; expected ${milliseconds}.`],
    [name, '30000', `is "30000"; expected ${milliseconds}.`],
    [name, null, `is null; expected ${milliseconds}.`],
    [name, [5], `is of type object; expected ${milliseconds}.`],
  ]),
  ['maxRetries', Number.NaN, 'is NaN; expected a whole number from 0 on.'],
  ['maxRetries', 1.5, 'is 1.5; expected a whole number from 0 on.'],
  ['maxRetries', -1, 'is -1; expected a whole number from 0 on.'],
  ['maxRetries', null, 'is null; expected a whole number from 0 on.'],
  ['maxRetries', '3', 'is "3"; expected a whole number from 0 on.'],
  ['maxResponseBytes', 0, 'is 0; expected bytes, above 0.'],
  ['maxResponseBytes', '1 MB', 'is "1 MB"; expected bytes, above 0.'],
  ['waitOnRateLimit', 'false', 'is "false"; expected true or false.'],
  ['waitOnRateLimit', 1, 'is 1; expected true or false.'],
]

const wrongOptions: [name: string, value: unknown, said: string][] = [
  ['allowInsecure', 'yes', 'is "yes"; expected true or false.'],
  ['fetch', {}, 'is of type object; expected a function.'],
  ['fetch', null, 'is null; expected a function.'],
  ['sleep', 100, 'is 100; expected a function.'],
  ['tokenStore', null, 'is null; expected an object with get, set and delete.'],
  [
    'tokenStore',
    new Map().keys(),
    'is of type object; expected an object with get, set and delete.',
  ],
  ['tokenStore', () => {}, 'is of type function; expected an object with get, set and delete.'],
  ['hooks', () => {}, 'is of type function; expected an object.'],
  ['hooks', null, 'is null; expected an object.'],
  ['logger', 'debug', 'is "debug"; expected an object.'],
  ['errorTexts', 'zh-CN', 'is "zh-CN"; expected an object with message and fix.'],
]

const said = (name: string, what: string) => new TypeError(`${name} ${what}`)

test.each([...wrongLimits, ...wrongOptions])(
  '%s: %o of a client is refused',
  (name, value, what) => {
    const options = { accessToken: 'a-token', [name]: value } as unknown as WeComClientOptions
    expect(() => createWeComClient(options)).toThrow(said(name, what))
  },
)

describe.each(wrongLimits)('%s: %o of a call', (name, value, what) => {
  const fake = fakeWeCom(() => ({ errcode: 0, errmsg: 'ok' }))
  const wecom = createWeComClient({ accessToken: 'a-token', fetch: fake.fetch })
  const options = { [name]: value } as CallOptions

  test('is refused before anything is sent', async () => {
    const meeting = wecom.meetings.get({ meetingid: 'm' }, options)
    await expect(meeting).rejects.toThrow(said(name, what))
    const list = wecom.webinars.enrollments.list({ meetingid: 'm' }, options)
    await expect(list.toArray()).rejects.toThrow(said(name, what))
    expect(fake.calls).toEqual([])
  })

  test('is refused by raw too', async () => {
    const call = wecom.raw.POST('/cgi-bin/meeting/get_info', {
      body: { meetingid: 'm' },
      ...options,
    })
    await expect(call).rejects.toThrow(said(name, what))
    const other = wecom.raw.request('post', '/cgi-bin/meeting/get_info', {
      body: { meetingid: 'm' },
      ...options,
    })
    await expect(other).rejects.toThrow(said(name, what))
    expect(fake.calls).toEqual([])
  })
})

test('a signal that is none is refused', async () => {
  const wecom = createWeComClient({ accessToken: 'a-token' })
  const options = { signal: { aborted: false } } as unknown as CallOptions
  await expect(wecom.meetings.get({ meetingid: 'm' }, options)).rejects.toThrow(
    'signal is of type object; expected an AbortSignal.',
  )
})

test.each([undefined, null, 'ww1', 7, [[]]])('options that are %o are refused', (options) => {
  expect(() => createWeComClient(options as never)).toThrow(
    /^options is .*; expected an object(, not a list)?\.$/,
  )
})

describe('one sentence says what is wrong, and nothing is sent, where', () => {
  const fake = fakeWeCom(() => ({ errcode: 0, errmsg: 'ok', enroll_list: [{}] }))
  const wecom = createWeComClient({ accessToken: 'a-token', fetch: fake.fetch })
  const { meetings, webinars, request } = wecom
  const { list } = webinars.enrollments
  const messageOf = async (call: () => PromiseLike<unknown>) =>
    (async () => await call())().then(
      () => expect.unreachable('it should have been refused'),
      ({ name, message }) => `${name}: ${message}`,
    )

  test.each<[unknown, string]>([
    [5, 'options is 5; expected an object.'],
    ['x', 'options is "x"; expected an object.'],
    [null, 'options is null; expected an object.'],
    [{ signal: {} }, 'signal is of type object; expected an AbortSignal.'],
    [[{ timeout: 5 }], 'options is of type object; expected an object, not a list.'],
    [
      { headers: { 'x-key': {} } },
      'headers is of type object; expected an object of names and values that HTTP allows.',
    ],
    [{ headers: 5 }, 'headers is 5; expected an object of names and values that HTTP allows.'],
  ])('the options of a call are %j', async (given, said) => {
    const options = given as CallOptions
    for (const call of [
      () => meetings.get({ meetingid: 'm' }, options),
      () => request('/cgi-bin/user/get', undefined, options),
      () => list({ meetingid: 'm' }, options),
      () => list({ meetingid: 'm' }, options).toArray(),
    ]) {
      expect(await messageOf(call)).toBe(`TypeError: ${said}`)
    }
    expect(fake.calls).toEqual([])
  })

  test.each<[unknown, string]>([
    [undefined, 'undefined'],
    [null, 'null'],
    ['an-id', '"an-id"'],
    [5, '5'],
  ])('the request is %j', async (given, shown) => {
    for (const call of [
      () => meetings.get(given as never),
      () => webinars.get(given as never),
      () => list(given as never),
    ]) {
      expect(await messageOf(call)).toBe(`TypeError: request is ${shown}; expected an object.`)
    }
    expect(fake.calls).toEqual([])
  })

  test.each([null, 'text', 5])('the body is %j', async (given) => {
    expect(await messageOf(() => request('/cgi-bin/meeting/create', given as never))).toBe(
      `TypeError: body is ${JSON.stringify(given)}; expected an object.`,
    )
    expect(fake.calls).toEqual([])
  })

  test.each([5, null])('what toArray and pages are given is %j', async (given) => {
    const said = `TypeError: options is ${given}; expected an object.`
    const enrollments = list({ meetingid: 'm' })
    expect(await messageOf(() => enrollments.toArray(given as never))).toBe(said)
    expect(await messageOf(() => enrollments.pages(given as never).next())).toBe(said)
    expect(await messageOf(() => enrollments.pagesWithResponse(given as never).next())).toBe(said)
    expect(fake.calls).toEqual([])
  })
})

test('options that are undefined are none', () => {
  const none = Object.fromEntries(
    [...wrongLimits, ...wrongOptions].map(([name]) => [name, undefined]),
  )
  expect(createWeComClient({ accessToken: 'a-token', ...none })).toHaveProperty('meetings')
})

describe('credentials', () => {
  const secret = 's3cret-of-an-app'
  const credentials = { corpId: 'ww1', corpSecret: secret }

  test.each([' ', '\n', '\r\n', '\t', '\u00a0', '\u3000', '\ufeff'])(
    'have white space such as %j around them dropped',
    async (space) => {
      const fake = fakeWeCom(() => ({ errcode: 0, errmsg: 'ok' }))
      await createWeComClient({
        corpId: `${space}${fake.credentials.corpId}${space}`,
        corpSecret: `${space}${fake.credentials.corpSecret}${space}`,
        baseUrl: `${space}https://proxy.example${space}`,
        fetch: fake.fetch,
      }).meetings.get({ meetingid: 'm' })
      expect(Object.fromEntries(fake.tokenRequests[0]?.url.searchParams ?? [])).toEqual({
        corpid: fake.credentials.corpId,
        corpsecret: fake.credentials.corpSecret,
      })
      await createWeComClient({
        accessToken: `${space}a-token${space}`,
        fetch: fake.fetch,
      }).meetings.get({ meetingid: 'm' })
      expect(fake.calls.map(({ token }) => token)).toEqual(['token-1', 'a-token'])
    },
  )

  const inside = [
    's3 cret',
    's3\ncret',
    's3\tcret',
    's3\u200bcret',
    's3cret\u200b',
    's3\0cret',
    's3\ud800cret',
  ]
  const names = ['corpId', 'corpSecret', 'accessToken']
  test.each(names.flatMap((name) => inside.map((value) => [name, value])))(
    '%s: %j is refused without repeating it',
    (name = '', value = '') => {
      const options =
        name === 'accessToken' ? { accessToken: value } : { ...credentials, [name]: value }
      expect(() => createWeComClient(options as WeComClientOptions)).toThrow(
        said(name, 'has white space or an invisible character inside; copy it again.'),
      )
    },
  )

  test.each([
    ['corpId', 7, 'is of type number'],
    ['corpSecret', 123_456_789_012, 'is of type number'],
    ['corpSecret', 123_456_789_012n, 'is of type bigint'],
    ['accessToken', 123_456_789_012, 'is of type number'],
    ['accessToken', true, 'is of type boolean'],
    ['corpSecret', { secret }, 'is of type object'],
    ['corpSecret', ['s'], 'is of type object'],
    ['accessToken', null, 'is null'],
    ['accessToken', '', 'is ""'],
    ['accessToken', { secret }, 'is of type object'],
  ])('%s: %o is refused without repeating it', (name, value, what) => {
    const options = name === 'accessToken' ? { [name]: value } : { ...credentials, [name]: value }
    expect(() => createWeComClient(options as unknown as WeComClientOptions)).toThrow(
      said(name, `${what}; expected a non-empty string.`),
    )
  })
})
