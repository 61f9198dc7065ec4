import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../index.ts'
import { paths } from '../testing/callMock.ts'
import { maskText } from './mask.ts'

const secret = 'Zm9v-YmFy_0123456789'
const print = `***${createHash('sha256').update(secret).digest('hex').slice(0, 8)}`

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
    const answer = await (await fetch(`${mock.url}${paths.getToken}?${query}`)).json()
    const token = (answer as { access_token: string }).access_token
    await send(mock, `${paths.getMeeting}?access_token=${token}`, '{"meetingid":"XXXXXXXXX"}')
    const text = await (await fetch(`${mock.url}/__mock/requests`)).text()
    expect(text).not.toContain(token)
    const [given, used] = mock.requests()
    expect(used?.query.access_token).toBe(given?.answer?.access_token)
  })
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
