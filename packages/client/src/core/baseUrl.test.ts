import { expect, test } from 'vitest'
import { checkedBaseUrl } from './baseUrl.ts'

test("without one it is WeCom's", () => {
  expect(checkedBaseUrl()).toBe('https://qyapi.weixin.qq.com')
})

test('a path stays, slashes at the end go', () => {
  expect(checkedBaseUrl('https://proxy.example/wecom//')).toBe('https://proxy.example/wecom')
})

test.each([
  ['HTTPS://Proxy.Example:443/wecom', 'https://proxy.example/wecom'],
  [' https://proxy.example ', 'https://proxy.example'],
  ['https://proxy.example/?', 'https://proxy.example'],
  ['https://例子.example', 'https://xn--fsqu00a.example'],
])('%j is the address %s', (given, address) => {
  expect(checkedBaseUrl(given)).toBe(address)
})

test.each(['http://localhost:8080', 'http://127.0.0.1:1', 'http://127.9.9.9', 'http://[::1]:8080'])(
  'plain http is let through on the loopback address %s',
  (address) => {
    expect(checkedBaseUrl(address)).toBe(address)
  },
)

test.each(['http://10.0.0.7', 'http://localhost.example.com', 'http://127.0.0.1.example.com'])(
  'plain http to %s is refused unless allowed',
  (address) => {
    expect(() => checkedBaseUrl(address)).toThrow(/http only to this machine or with allowInsecure/)
    expect(checkedBaseUrl(address, true)).toBe(address)
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
  expect(() => checkedBaseUrl(address)).toThrow(TypeError)
})

test('an address with a user in it is refused, and its password is not repeated', () => {
  const refusal = () => checkedBaseUrl('https://user:pass-word@example.com')
  expect(refusal).toThrow('an address with a user')
  expect(refusal).not.toThrow('pass-word')
})
