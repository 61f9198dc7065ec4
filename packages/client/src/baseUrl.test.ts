import { expect, test } from 'vitest'
import { parseBaseUrl } from './options.ts'

test("without one it is WeCom's", () => {
  expect(parseBaseUrl()).toBe('https://qyapi.weixin.qq.com')
})

test('a path stays, slashes at the end go', () => {
  expect(parseBaseUrl('https://proxy.example/wecom//')).toBe('https://proxy.example/wecom')
})

test.each([
  ['HTTPS://Proxy.Example:443/wecom', 'https://proxy.example/wecom'],
  [' https://proxy.example ', 'https://proxy.example'],
  ['https://proxy.example/?', 'https://proxy.example'],
  ['https://例子.example', 'https://xn--fsqu00a.example'],
])('%j is the address %s', (given, address) => {
  expect(parseBaseUrl(given)).toBe(address)
})

test.each(['http://localhost:8080', 'http://127.0.0.1:1', 'http://127.9.9.9', 'http://[::1]:8080'])(
  'plain http is let through on the loopback address %s',
  (address) => {
    expect(parseBaseUrl(address)).toBe(address)
  },
)

test.each(['http://10.0.0.7', 'http://localhost.example.com', 'http://127.0.0.1.example.com'])(
  'plain http to %s is refused unless allowed',
  (address) => {
    expect(() => parseBaseUrl(address)).toThrow(/http only to this machine or with allowInsecure/)
    expect(parseBaseUrl(address, true)).toBe(address)
  },
)

test.each([
  '',
  'qyapi.weixin.qq.com',
  'ftp://example.com',
  'javascript:alert(1)',
  'https://example.com/?a=b',
  'https://example.com/#a',
])('%j is no address', (address) => {
  expect(() => parseBaseUrl(address)).toThrow(TypeError)
})

test.each([
  'https://user:pass-word@example.com',
  'https://:pass-word@example.com',
  'https://pass-word@example.com',
  'https://user:pass-word@',
  'https://user:pass-word@example.com:99999',
  'http://user:pass-word',
  'user:pass-word@example.com',
  'user:12345',
  'Kx7aB2pass-wordOfAnAppThatWasPastedHere0123',
  'blob:https://user:pass-word@example.com/1',
  'blob:https://example.com/pass-word',
  'data:text/plain,pass-word',
  'data:pass-word',
  'wss://example.com/pass-word',
  'https://example.com/?corpsecret=pass-word',
  'https://example.com/#pass-word',
  'https://example.com/ pass-word',
  'pass-word\n@example.com',
])('%j is refused in one sentence, and what may be a secret is not repeated', (address) => {
  for (const allowInsecure of [false, true]) {
    const refusal = () => parseBaseUrl(address, allowInsecure)
    expect(refusal).toThrow(/^baseUrl is no such address; expected one like https:/)
    expect(refusal).not.toThrow(/pass-word|12345/)
  }
})

test.each([
  ['https://proxy.example/\n', 'https://proxy.example'],
  ['\r\n\thttps://proxy.example\u00a0\ufeff', 'https://proxy.example'],
])('white space around %j can only be a slip', (given, address) => {
  expect(parseBaseUrl(given)).toBe(address)
})

test.each([
  'https://proxy\n.example',
  'https://proxy.example/we\tcom',
  'https://proxy.example/a b',
])('white space inside of %j is refused', (address) => {
  expect(() => parseBaseUrl(address)).toThrow(/without user, query or white space/)
})

test.each<[string, unknown]>([
  ['null', null],
  ['a number', 7],
  ['an object', {}],
  ['a list', ['https://proxy.example']],
  ['true', true],
  ['a very long text', 'x'.repeat(100_000)],
])('%s is refused in a short sentence', (_, given) => {
  const refusal = () => parseBaseUrl(given as string)
  expect(refusal).toThrow(TypeError)
  expect(refusal).toThrow(/^baseUrl is .{0,120}; expected one like .{0,150}$/)
})

test('80,000 slashes are read as fast as others', () => {
  const slashes = '/'.repeat(80_000)
  expect(parseBaseUrl(`https://proxy.example${slashes}`)).toBe('https://proxy.example')
  expect(parseBaseUrl(`https://proxy.example${slashes}a`)).toMatch(/\/a$/)
})
