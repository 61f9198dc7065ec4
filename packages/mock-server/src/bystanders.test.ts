import { describe, expect, test } from 'vitest'
import { type MockServer, type MockServerOptions, startMockServer } from './index.ts'
import type { JsonObject } from './json.ts'
import { getToken, paths } from './testing/callMock.ts'
import { sendRaw } from './testing/rawHttp.ts'

/** Two calls that share all that a caller can use up: a start fault, a limit, the token. */
const options: MockServerOptions = {
  faults: [{ operation: 'getMeeting', errcode: -1, times: 1 }],
  rateLimit: 1,
  scenario: 'slow',
  sleep: () => Promise.reject(new Error('nobody waits')),
}

type Headers = Record<string, string>

/** `fetch` lets nobody choose these headers. */
async function send(
  mock: MockServer,
  target: string,
  headers: Headers,
  body = '',
): Promise<JsonObject> {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const method = body === '' ? 'GET' : 'POST'
  const host = `host: ${new URL(mock.url).host}\r\n`
  const head = `${method} ${target} HTTP/1.1\r\n${host}${lines.join('')}content-length: ${body.length}\r\n\r\n`
  const response = await sendRaw(mock.url, [Buffer.from(head + body)])
  return JSON.parse(response.body)
}

async function call(mock: MockServer, headers: Headers): Promise<JsonObject[]> {
  const query = new URLSearchParams({ corpid: mock.corpId, corpsecret: mock.corpSecret })
  const token = await send(mock, `${paths.getToken}?${query}`, headers)
  const target = `${paths.getMeeting}?access_token=${token.access_token}`
  return [token, await send(mock, target, headers, '{"meetingid":"XXXXXXXXX"}')]
}

/** What a client finds that comes after them: everything as at the start. */
async function expectNoTrace(mock: MockServer): Promise<void> {
  expect(mock.requests()).toEqual([])
  expect(mock.faults.map(({ struck }) => struck)).toEqual([0, 0])
  mock.scenario('none')
  await using other = await startMockServer()
  expect(await getToken(mock)).toEqual(await getToken(other))
  expect(mock.requests()).toMatchObject([{ number: 1 }])
}

describe("the page's own calls are outside journal, faults, limits and tokens", () => {
  test.each<[string, (url: string) => Headers]>([
    ['by Sec-Fetch-Site', () => ({ 'sec-fetch-site': 'same-origin' })],
    // Browsers send Sec-Fetch-Site only to addresses of this machine and over https.
    ['by Origin', (url) => ({ origin: url })],
    ['by Referer', (url) => ({ referer: `${url}/?show=reference` })],
  ])('%s', async (_name, headers) => {
    await using mock = await startMockServer(options)
    for (let count = 0; count < 2; count += 1) {
      expect(await call(mock, headers(mock.url))).toMatchObject([{ errcode: 0 }, { errcode: 0 }])
    }
    mock.expireTokens()
    await expectNoTrace(mock)
  })

  test('and may use a token of the client under test', async () => {
    await using mock = await startMockServer()
    const { access_token } = await getToken(mock)
    const target = `${paths.getMeeting}?access_token=${access_token}`
    const own = { 'sec-fetch-site': 'same-origin' }
    expect(await send(mock, target, own, '{"meetingid":"XXXXXXXXX"}')).toMatchObject({ errcode: 0 })
  })

  test('wrong secrets of its own do not block the address', async () => {
    await using mock = await startMockServer()
    const target = `${paths.getToken}?corpid=${mock.corpId}&corpsecret=wrong`
    for (let count = 0; count < 6; count += 1) {
      expect(await send(mock, target, { 'sec-fetch-site': 'same-origin' })).toMatchObject({
        errcode: 40001,
      })
    }
    expect(await getToken(mock)).toMatchObject({ errcode: 0 })
  })
})

describe("what a page of another site sends in the tester's browser leaves no trace and opens nothing", () => {
  test.each(['cross-site', 'same-site'])('%s', async (site) => {
    await using mock = await startMockServer(options)
    const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' }
    for (let count = 0; count < 2; count += 1) {
      const [, called] = await call(mock, headers)
      expect(called).toMatchObject({ errcode: 40014 })
      expect(await send(mock, '/nothing', headers)).toMatchObject({ error: expect.any(String) })
    }
    await expectNoTrace(mock)
  })

  test('even with a good token', async () => {
    await using mock = await startMockServer()
    const { access_token } = await getToken(mock)
    const target = `${paths.getMeeting}?access_token=${access_token}`
    const body = '{"meetingid":"XXXXXXXXX"}'
    const foreign = { 'sec-fetch-site': 'cross-site' }
    expect(await send(mock, target, foreign, body)).toMatchObject({ errcode: 40014 })
    expect(await send(mock, target, {}, body)).toMatchObject({ errcode: 0 })
    expect(mock.requests()).toHaveLength(2)
  })
})

describe('a client is one, whatever it says of where it comes from', () => {
  test.each<Headers>([
    {},
    { 'sec-fetch-site': 'none' },
    // WeChat's mini programs.
    { referer: 'https://servicewechat.com/wx0123456789/devtools/page-frame.html' },
    { origin: 'null' },
  ])('%o', async (headers) => {
    await using mock = await startMockServer()
    await call(mock, headers)
    expect(mock.requests()).toHaveLength(2)
  })
})

test('the address that tells whether the mock is ready uses nothing up', async () => {
  await using mock = await startMockServer(options)
  for (let count = 0; count < 3; count += 1) {
    const response = await fetch(`${mock.url}/__mock/server`)
    expect(await response.json()).toMatchObject({ url: mock.url })
  }
  await expectNoTrace(mock)
})
