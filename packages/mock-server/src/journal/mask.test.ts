import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../index.ts'
import { getToken, paths } from '../testing/callMock.ts'
import { Mask } from './mask.ts'

const maskText = (text: string) => new Mask().text(text)

const secret = 'Zm9v-YmFy_0123456789'
const fingerprintOf = (text: string) =>
  `***${createHash('sha256').update(text).digest('hex').slice(0, 8)}`
const print = fingerprintOf(secret)

async function send(mock: MockServer, target: string, body?: string): Promise<void> {
  await fetch(`${mock.url}${target}`, body === undefined ? {} : { method: 'POST', body })
}

describe('the journal holds no token and no secret', () => {
  test.each([
    ['query', `${paths.getToken}?corpid=c&corpsecret=${secret}`],
    ['query, twice', `${paths.getToken}?corpid=c&corpsecret=${secret}&corpsecret=${secret}`],
    ['query, spelled otherwise', `${paths.getToken}?corpid=c&CorpSecret=${secret}`],
    ['query, as a list', `${paths.getMeeting}?access_token[]=${secret}`],
    ['query, escaped as in HTML', `${paths.getToken}?corpid=c&amp;corpsecret=${secret}`],
    ['query, with semicolons', `${paths.getToken}?corpid=c;corpsecret=${secret}`],
    ['query, in an address', `/x?to=https://a/?access_token=${secret}`],
    ['path', `${paths.getToken}&corpsecret=${secret}`],
    ['body', paths.getMeeting, JSON.stringify({ meetingid: 'a', access_token: secret })],
    ['body, in a list', paths.getMeeting, JSON.stringify([{ accessToken: [secret] }])],
    ['body, as a text in it', paths.getMeeting, JSON.stringify({ a: `{"secret":"${secret}"}` })],
    ['body, under an escaped name', paths.getMeeting, `{"access_\\u0074oken":"${secret}"}`],
    [
      'body, with a quote in it',
      paths.getMeeting,
      `{"corpsecret":${JSON.stringify(`a"${secret}`)}}`,
      1,
    ],
    ['body, in a map', paths.getMeeting, JSON.stringify({ token: { value: secret } })],
    ['body, second in a list', paths.getMeeting, JSON.stringify({ token: ['a', secret] })],
    ['path, escaped', `/cgi-bin/access_token%3D${secret}`],
    ['body, cut', paths.getMeeting, `{"access_token": "${secret}`],
    ['body, a form', paths.getMeeting, `access_token=${secret}&meetingid=a`],
    ['body, XML', paths.getMeeting, `<xml><corpsecret>${secret}</corpsecret></xml>`],
    ['body, XML with CDATA', paths.getMeeting, `<xml><token><![CDATA[${secret}]]></token></xml>`],
    ['body, an attribute', paths.getMeeting, `<call token = '${secret}'/>`],
    [
      'body, multipart',
      paths.getMeeting,
      `--b\r\nContent-Disposition: form-data; name="corpsecret"\r\n\r\n${secret}\r\n--b--`,
    ],
    ['body, in single quotes', paths.getMeeting, `{'corpsecret': '${secret}'}`],
    ['body, YAML', paths.getMeeting, `corpsecret:\n  - ${secret}`],
    ['body, in words', paths.getMeeting, `"Authorization: Bearer ${secret}"`],
    ['path, as segments', `/corpsecret/${secret}/x`],
    ['path, in words', `/x/Bearer%20${secret}`],
    ['query, in words', `/x?authorization=Bearer+${secret}`],
  ] as [name: string, target: string, body?: string, isPart?: 1][])(
    '%s',
    async (_name, target, body, isPart) => {
      await using mock = await startMockServer()
      await send(mock, target, body)
      const text = JSON.stringify(mock.requests())
      expect(text).not.toContain(secret)
      expect(text).toContain(isPart ? '***' : print)
    },
  )

  test('nor does it as text over HTTP, and a good token has the same fingerprint everywhere', async () => {
    await using mock = await startMockServer()
    const { corpId, corpSecret } = mock
    const query = new URLSearchParams({ corpid: corpId, corpsecret: corpSecret })
    const response = await (await fetch(`${mock.url}${paths.getToken}?${query}`)).json()
    const token = (response as { access_token: string }).access_token
    await send(mock, `${paths.getMeeting}?access_token=${token}`, '{"meetingid":"XXXXXXXXX"}')
    const text = await (await fetch(`${mock.url}/__mock/requests`)).text()
    expect(text).not.toContain(token)
    const [given, used] = mock.requests()
    expect(used?.query.access_token).toBe(given?.response?.access_token)
  })
})

describe('a token or a secret of this mock is masked wherever it stands', () => {
  const odd = `it's "odd" / & + ü\u0007`
  const places: [
    name: string,
    target: (value: string) => string,
    body?: (value: string) => string,
  ][] = [
    [
      'as the corp ID',
      (value) => `${paths.getToken}?corpid=${encodeURIComponent(value)}&corpsecret=a`,
    ],
    ['in a path', (value) => `/a/${encodeURIComponent(value)}`],
    ['as the name of a parameter', (value) => `/a?${encodeURIComponent(value)}=1`],
    ['as an ID', () => paths.getMeeting, (value) => JSON.stringify({ meetingid: value })],
    ['as a name in the body', () => paths.getMeeting, (value) => JSON.stringify({ [value]: 1 })],
    ['in an ID', () => paths.getMeeting, (value) => JSON.stringify({ meetingid: `a${value}b` })],
    ['in any text', () => '/a', (value) => `a ${value} b`],
    ['in a form', () => '/a', (value) => `a=${new URLSearchParams({ '': value })}`],
    ['in XML', () => '/a', (value) => `<a>${value.replaceAll('&', '&amp;')}</a>`],
  ]
  test.each(places)('%s', async (_name, target, body) => {
    await using mock = await startMockServer({ corpSecret: odd })
    const { access_token } = await getToken(mock)
    for (const value of [odd, String(access_token)]) {
      await send(mock, target(value), body?.(value))
      const text = JSON.stringify(mock.requests())
      const forms = [
        value,
        encodeURIComponent(value),
        JSON.stringify(value),
        JSON.stringify(JSON.stringify(value)),
      ]
      for (const form of forms) expect(text).not.toContain(form.replaceAll(/^\W+|\W+$/g, ''))
      expect(text).toContain(fingerprintOf(value))
    }
  })

  test('also once it has ended', async () => {
    await using mock = await startMockServer()
    const { access_token } = await getToken(mock)
    mock.expireTokens()
    await send(mock, `/${access_token}`)
    expect(JSON.stringify(mock.requests())).not.toContain(access_token)
  })
})

test('headers are in the journal, credentials masked', async () => {
  await using mock = await startMockServer()
  await fetch(`${mock.url}${paths.getMeeting}`, {
    method: 'POST',
    headers: {
      'content-type': 'text/plain',
      'user-agent': 'my-service/1.2',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      authorization: secret,
      'x-note': `Bearer ${secret}`,
      cookie: `session=${secret}`,
    },
  })
  const [entry] = mock.requests()
  expect(entry?.headers).toMatchObject({
    'content-type': 'text/plain',
    'user-agent': 'my-service/1.2',
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    authorization: print,
    'x-note': `Bearer ${print}`,
    cookie: fingerprintOf(`session=${secret}`),
  })
})

test('what only speaks of a token stays as it is', () => {
  for (const text of [
    'access_token refused (40014)',
    'access_token missing, hint: [1234567890], from ip: 127.0.0.1, more info at https://a/query?e=41001',
    '/cgi-bin/gettoken',
    '{"errcode":0,"errmsg":"the token is good"}',
  ]) {
    expect(maskText(text)).toBe(text)
  }
})

test('JSON stays JSON', () => {
  const names = fc.constantFrom('access_token', 'corpsecret', 'secret', 'meetingid')
  const json = fc.object({ key: names, maxDepth: 3 }).map((value) => JSON.stringify(value))
  fc.assert(fc.property(json, (text) => void JSON.parse(maskText(text))))
})

test('a long text takes no long time', () => {
  const texts = ['x', 'token', 'token"', '"token":"\\'].map((part) =>
    part.repeat(16_384 / part.length),
  )
  for (const text of texts) expect(maskText(text).length).toBeGreaterThan(0)
})
