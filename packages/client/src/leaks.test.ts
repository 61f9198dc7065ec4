import { describe, expect, test } from 'vitest'
import { everythingIn } from '../test/support/everythingIn.ts'
import { fakeWeCom, issued, refused } from '../test/support/fakeWeCom.ts'
import { createWeComClient } from './createWeComClient.ts'
import { createGate } from './gate.ts'
import type { ClientSettings } from './options.ts'

const meeting = { meetingid: 'hy1' }

/** What a call throws, and everything that the hooks and the logger were told. */
async function leaksOf(
  respond: Parameters<typeof fakeWeCom>[0],
  respondToken?: Parameters<typeof fakeWeCom>[1],
  settings: ClientSettings = {},
) {
  const { fetch, credentials } = fakeWeCom(respond, respondToken)
  const told: unknown[] = []
  const tell = (...events: unknown[]) => void told.push(...events)
  const hooks = { onRequest: tell, onResponse: tell, onRetry: tell, onToken: tell }
  const logger = { debug: tell, warn: tell }
  const wecom = createWeComClient({
    ...credentials,
    ...{ fetch, hooks, logger, maxRetries: 1, sleep: async () => {}, ...settings },
  })
  const error = await wecom.meetings.get(meeting).catch((thrown) => thrown)
  expect(error.isWeComError).toBe(true)
  return { error, all: everythingIn(error) + told.map(everythingIn).join('\n') }
}

describe('a response of WeCom’s that is cut off, or has another HTTP status, is not shown', () => {
  const token = JSON.stringify(issued('a-new-T0KEN'))
  const people = '{"errcode":0,"enroll_list":[{"nick_name":"a-new-T0KEN","answer_list":["1380'
  const webinar = '{"meetingid":"m","title":"a-new-T0KEN","hosts":[{"userid":"a-new-T0KEN'

  test.each<[string, string, number]>([
    ['a token cut off', token.slice(0, -3), 200],
    ['a token in an error page', `<pre>${JSON.stringify(token)}</pre>`, 502],
    ['a token in HTML', `<pre>${token.replaceAll('"', '&quot;')}</pre>`, 502],
    ['a token of HTTP 502', token, 502],
    ['a token of a redirect', token, 302],
    ['people cut off', people, 200],
    ['a webinar cut off', webinar, 200],
  ])('%s', async (_, text, status) => {
    const respond = () => new Response(text, { status })
    for (const { all } of [await leaksOf(respond), await leaksOf(() => ({}), respond)])
      expect(all).not.toContain('a-new-T0KEN')
  })

  test('what is not WeCom’s still is', async () => {
    const { error } = await leaksOf(() => new Response('{"code":401,"message":"login first"}'))
    expect(error.excerpt).toBe('{"code":401,"message":"login first"}')
  })
})

test('the page of a redirect, which says where it leads, is not shown', async () => {
  const page = '<a href="https://login.example/?ticket=a-ticket">Found</a>'
  const { error, all } = await leaksOf(() => new Response(page, { status: 302 }))
  expect(error).toMatchObject({ name: 'HttpError', status: 302 })
  expect(all).not.toContain('a-ticket')
})

describe('headers of the options', () => {
  const headers = { 'x-key': 'a-gateway-KEY', accept: 'text/html' }
  const echo = () => new Response('', { status: 502 })

  test('do not show in an error, whoever repeats them', async () => {
    const page = () =>
      new Response(`<p>x-key: ${headers['x-key']}`, {
        status: 502,
        headers: { via: headers['x-key'], 'content-type': 'text/html' },
      })
    const { error, all } = await leaksOf(page, undefined, { headers })
    expect(all).not.toMatch(/a-gateway-key/i)
    expect(error.headers['content-type']).toBe('text/html')
    const errmsg = () => refused(60020, headers['x-key'])
    expect((await leaksOf(errmsg, undefined, { headers })).all).not.toMatch(/a-gateway-key/i)
    expect((await leaksOf(echo, page, { headers })).all).not.toMatch(/a-gateway-key/i)
  })

  test.each([{ 'x-key': 'a-gateway\nKEY' }, { 'x-key': '钥 KEY' }, { 'bad KEY': 'a' }])(
    'that HTTP does not allow are refused when they are given, and not repeated: %j',
    async (bad) => {
      const said =
        'headers is of type object; expected an object of names and values that HTTP allows.'
      const { fetch, credentials, calls } = fakeWeCom(() => ({ errcode: 0 }))
      expect(() => createWeComClient({ ...credentials, fetch, headers: bad as never })).toThrow(
        said,
      )
      const wecom = createWeComClient({ ...credentials, fetch })
      const call = wecom.meetings.get(meeting, { headers: bad as never })
      await expect(call).rejects.toThrow(said)
      expect(calls).toEqual([])
    },
  )
})

test('what a caller’s query hides does not show in a refusal that repeats the address', async () => {
  const { fetch, credentials } = fakeWeCom(({ url }) => refused(40058, `bad ${url}`))
  const wecom = createWeComClient({ ...credentials, fetch })
  const call = wecom.request('/cgi-bin/x?code=a-s3cret-code')
  const error = await call.catch((thrown) => thrown)
  expect(error.errcode).toBe(40058)
  expect(everythingIn(error)).not.toContain('a-s3cret-code')
})

describe('options of a request are checked when they are given', () => {
  const query = 'of type object; expected an object of texts, numbers, true and false'
  test.each([
    [{ query: null }, 'query is null; expected an object of texts, numbers, true and false.'],
    [{ query: { a: undefined } }, `query is ${query}.`],
    [{ query: { a: {} } }, `query is ${query}.`],
    [{ query: 'a=1' }, 'query is "a=1"; expected'],
    [{ method: '' }, 'method is ""; expected the name of an HTTP method.'],
    [{ method: 5 }, 'method is 5; expected the name of an HTTP method.'],
    [{ method: 'BAD ONE' }, 'method is "BAD ONE"; expected the name of an HTTP method.'],
  ])('%j', async (options, said) => {
    const { fetch, credentials, calls } = fakeWeCom(() => ({ errcode: 0 }))
    const wecom = createWeComClient({ ...credentials, fetch })
    await expect(async () => wecom.request('/cgi-bin/x', {}, options as never)).rejects.toThrow(
      said,
    )
    expect(calls).toEqual([])
  })
})

test('bytes to send are not looked through for IDs', async () => {
  const { fetch, credentials } = fakeWeCom(() => ({ errcode: 0 }))
  const bytes = new Proxy(new Uint8Array(8), {
    ownKeys: () => {
      throw new Error('Every byte was read.')
    },
  })
  const wecom = createWeComClient({ ...credentials, fetch })
  await expect(wecom.request('/cgi-bin/media/upload', bytes)).resolves.toEqual({})
})

test('an abort in the moment of its turn gives the turn to the next', async () => {
  for (let moment = 0; moment < 12; moment++) {
    const gate = createGate()
    const pass = (send: () => Promise<object>, signal?: AbortSignal) =>
      gate.pass(
        {
          ...{ operation: 'x', concurrency: 1, rateLimit: 0, waitOnRateLimit: false },
          ...{ sleep: async () => {}, clock: () => 0, signal },
        },
        async () => ({ body: {}, ...(await send()) }),
      )
    let finish = (_: object) => {}
    const first = pass(
      () =>
        new Promise((resolve) => {
          finish = resolve
        }),
    )
    const abort = new AbortController()
    const second = pass(async () => ({}), abort.signal).catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 0))
    finish({})
    for (let turn = 0; turn < moment; turn++) await Promise.resolve()
    abort.abort()
    await Promise.all([first, second])
    const third = pass(async () => ({ third: true }))
    const late = new Promise((resolve) => setTimeout(resolve, 200, 'never'))
    expect(await Promise.race([third, late])).toMatchObject({ third: true })
  }
})
