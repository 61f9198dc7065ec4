import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../index.ts'

let mock: MockServer
let port: string

beforeAll(async () => {
  mock = await startMockServer({ allowedHosts: ['wecom.test'] })
  port = new URL(mock.url).port
})
afterAll(() => mock.close())

/** `fetch` does not let a caller choose these headers. */
function statusOf(
  headers: Record<string, string>,
  { setHost = true } = {},
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${mock.url}/__mock/faults`, { headers, setHost }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

test.each([
  ['the address that it listens on', (own: string) => ({ host: `127.0.0.1:${own}` })],
  ['localhost', (own: string) => ({ host: `localhost:${own}` })],
  ['an IPv6 address', (own: string) => ({ host: `[::1]:${own}` })],
  ['a name that was allowed', (own: string) => ({ host: `WeCom.test:${own}` })],
  [
    'its own page',
    (own: string) => ({
      host: `localhost:${own}`,
      origin: `http://localhost:${own}`,
      'sec-fetch-site': 'same-origin',
    }),
  ],
  ['an address typed by hand', () => ({ 'sec-fetch-site': 'none' })],
])('answers %s', async (_name, headers) => {
  expect(await statusOf(headers(port))).toBe(200)
})

test.each([
  ['a name that was made to point here', (own: string) => ({ host: `evil.example:${own}` })],
  ['a name that only starts like an address', () => ({ host: '127.0.0.1.evil.example' })],
  ['no host name at all', () => ({ host: 'a b' })],
  ["another site's page", () => ({ origin: 'https://evil.example' })],
  ['a page of another port', () => ({ origin: 'http://127.0.0.1:1' })],
  ['a page without origin', () => ({ origin: 'null' })],
  ['a page of another site that hides its origin', () => ({ 'sec-fetch-site': 'cross-site' })],
  ['a page of a sibling site', () => ({ 'sec-fetch-site': 'same-site' })],
])('refuses %s', async (_name, headers) => {
  expect(await statusOf(headers(port))).toBe(403)
})

test('refuses a page without origin, to no host', async () => {
  expect(await statusOf({ origin: 'null' }, { setHost: false })).toBe(403)
})
