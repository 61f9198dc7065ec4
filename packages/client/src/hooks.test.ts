import { expect, test } from 'vitest'
import { fakeWeCom, refused } from '../test/support/fakeWeCom.ts'
import { virtualClock } from '../test/support/virtualClock.ts'
import { createHostClient } from './client.ts'
import { createWeComClient } from './createWeComClient.ts'
import type { Hooks, Logger } from './hooks.ts'

const meeting = { meetingid: 'm' }
const address = (path: string) => `https://qyapi.weixin.qq.com/cgi-bin/${path}`

/** Everything that hooks and logger are told in a call that needs a retry, in order. */
async function toldOf(settings: { hooks?: Hooks; logger?: Logger }) {
  const clock = virtualClock()
  const fake = fakeWeCom(async (_, nth) => {
    await clock.sleep(20)
    return nth === 1 ? refused(-1) : { errcode: 0, errmsg: 'ok' }
  })
  const host = { fetch: fake.fetch, timer: clock.timer, now: clock.now, clock: clock.now }
  const wecom = createHostClient({ ...fake.credentials, ...settings }, host)
  const call = wecom.meetings.get(meeting)
  await clock.advance(1000)
  await call
  return { wecom, clock }
}

test('hooks are told of each step, in order', async () => {
  const told: unknown[] = []
  const hook = (name: string) => (event: object) => void told.push({ name, ...event })
  await toldOf({
    hooks: {
      onRequest: hook('request'),
      onResponse: hook('response'),
      onRetry: hook('retry'),
      onToken: hook('token'),
    },
  })
  const getToken = { operation: 'getToken', method: 'GET', url: address('gettoken'), attempt: 1 }
  const attempt = (nth: number) => ({
    operation: 'getMeeting',
    method: 'POST',
    url: address('meeting/get_info'),
    attempt: nth,
  })
  expect(told).toEqual([
    { name: 'request', ...getToken },
    { name: 'response', request: getToken, duration: 0, status: 200, errcode: 0 },
    { name: 'token', kind: 'issued', expiresAt: 1_700_000_000_000 + 6_900_000 },
    { name: 'request', ...attempt(1) },
    { name: 'response', request: attempt(1), duration: 20, status: 200, errcode: -1 },
    { name: 'retry', operation: 'getMeeting', retry: 1, wait: expect.any(Number), errcode: -1 },
    { name: 'request', ...attempt(2) },
    { name: 'response', request: attempt(2), duration: 20, status: 200, errcode: 0 },
  ])
})

test('a response names the very event of its request', async () => {
  const requests: object[] = []
  const responded: object[] = []
  await toldOf({
    hooks: {
      onRequest: (event) => void requests.push(event),
      onResponse: ({ request }) => void responded.push(request),
    },
  })
  expect(responded.every((request, index) => request === requests[index])).toBe(true)
})

test('an attempt without a response says why', async () => {
  const errors: unknown[] = []
  const fetch = async () => new Response('<html>', { status: 502 })
  const hooks: Hooks = { onResponse: ({ error }) => void errors.push(error) }
  const options = { accessToken: 'a-token', maxRetries: 0, hooks }
  const wecom = createHostClient(options, { fetch, timer: virtualClock().timer })
  await expect(wecom.meetings.get(meeting)).rejects.toThrow('502')
  expect(errors).toMatchObject([{ name: 'HttpError', status: 502 }])
})

test('the logger is told the same, failures as a warning', async () => {
  const lines: string[] = []
  await toldOf({
    logger: {
      debug: (message) => void lines.push(`debug ${message.replace(/\d+ ms/, 'N ms')}`),
      warn: (message) => void lines.push(`warn ${message.replace(/\d+ ms/, 'N ms')}`),
    },
  })
  expect(lines).toEqual([
    'debug WeCom getToken: attempt 1 sent',
    'debug WeCom getToken: errcode 0, N ms',
    'debug WeCom token issued',
    'debug WeCom getMeeting: attempt 1 sent',
    'debug WeCom getMeeting: errcode -1, N ms',
    'warn WeCom getMeeting: retry 1 in N ms after errcode -1',
    'debug WeCom getMeeting: attempt 2 sent',
    'debug WeCom getMeeting: errcode 0, N ms',
  ])
})

test.each([
  [0, 'aborted'],
  ['the user left', 'the user left'],
  [new Error('the user left'), 'the user left'],
])('the log says of a call that its signal ends with %s: %s', async (reason, said) => {
  const lines: string[] = []
  const controller = new AbortController()
  const fetch = () => {
    controller.abort(reason)
    return new Promise<never>(() => {})
  }
  const logger = { debug: (line: string) => void lines.push(line) }
  const host = { fetch, timer: virtualClock().timer, clock: () => 0 }
  const wecom = createHostClient({ accessToken: 'a-token', logger }, host)
  await wecom.meetings.get(meeting, { signal: controller.signal }).catch(() => {})
  expect(lines.at(-1)).toBe(`WeCom getMeeting: ${said}, 0 ms`)
})

test('a hook and a logger that throw harm no call', async () => {
  const fail = () => {
    throw new Error('not my day')
  }
  const hooks: Hooks = { onRequest: fail, onResponse: fail, onRetry: fail, onToken: fail }
  await toldOf({ hooks })
  await toldOf({ logger: { debug: fail, warn: fail } })
})

test('a logger that fails does not silence the hooks', async () => {
  let told = 0
  const debug = () => {
    throw new Error('disk full')
  }
  await toldOf({ logger: { debug }, hooks: { onRequest: () => void told++ } })
  expect(told).toBe(3)
})

test.each([
  ['onRequest', 5, 'onRequest is 5; expected a function.'],
  ['onToken', null, 'onToken is null; expected a function.'],
  ['warn', true, 'warn is true; expected a function.'],
])('%s: %j is refused, not ignored', (name, value, said) => {
  const kind = name === 'warn' ? 'logger' : 'hooks'
  const create = () => createWeComClient({ accessToken: 't', [kind]: { [name]: value } })
  expect(create).toThrow(new TypeError(said))
})

test.each(['hooks', 'logger'])('%s that are a list are refused by name', (name) => {
  const create = () => createWeComClient({ accessToken: 't', [name]: [] })
  expect(create).toThrow(`${name} is of type object; expected an object, not a list.`)
})

test('hooks and loggers may lack functions, and have others', () => {
  const hooks: Hooks = { onRequest: undefined as never, ...{ onOther: 5 } }
  const create = () => createWeComClient({ accessToken: 't', hooks, logger: console })
  expect(create).not.toThrow()
})
