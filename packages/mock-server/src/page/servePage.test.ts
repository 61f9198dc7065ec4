import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../index.ts'

let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer()
})
afterAll(() => mock.close())

test.each([
  ['/', 'text/html; charset=utf-8'],
  ['/?show=data', 'text/html; charset=utf-8'],
  ['/__page/style.css', 'text/css; charset=utf-8'],
  ['/__page/main.js', 'text/javascript; charset=utf-8'],
  ['/__page/scalar.js', 'text/javascript; charset=utf-8'],
  ['/__page/openapi.en.json', 'application/json'],
])('%s, under a policy that keeps it on this server', async (path, contentType) => {
  const response = await fetch(mock.url + path)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe(contentType)
  expect(response.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; .*connect-src 'self'/,
  )
})

test.each(['en', 'zh'])(
  'the document in %s has no text of the other language beside it',
  async (language) => {
    const text = await (await fetch(`${mock.url}/__page/openapi.${language}.json`)).text()
    expect(text).not.toMatch(/"x-[\w-]+-zh"/)
    expect(JSON.parse(text).info.title).toBe(language === 'zh' ? '企业微信会议' : 'WeCom Meeting')
  },
)

test('what a browser runs is one script that imports nothing', async () => {
  const script = await (await fetch(`${mock.url}/__page/main.js`)).text()
  expect(script).toContain('EventSource')
  expect(script).not.toMatch(/^import |\bimport\(/m)
})

/** `fetch` would tidy the path up before it is sent. */
function statusOf(path: string, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(mock.url)
    request({ hostname, port, path, method }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

test.each([
  '/__page/',
  '/__page/nothing.js',
  '/__page/tsconfig.json',
  '/__page/texts.json',
  '/__page/main.ts',
  '/__page/../pageFile.js',
  '/__page/..%2fpageFile.js',
  '/__page/openapi.fr.json',
])('%s is not served', async (path) => {
  expect(await statusOf(path)).toBe(404)
})

test('only to be read', async () => {
  expect(await statusOf('/', 'HEAD')).toBe(200)
  expect(await statusOf('/', 'POST')).toBe(405)
})

test('is not in the journal', () => {
  expect(mock.requests()).toEqual([])
})
