import { describe, expect, test } from 'vitest'
import { parseUpstream } from './upstream.ts'

test.each([
  ['https://qyapi.weixin.qq.com', 'https://qyapi.weixin.qq.com/'],
  ['qyapi.weixin.qq.com', 'https://qyapi.weixin.qq.com/'],
  ['wecom.example.com:8443/base', 'https://wecom.example.com:8443/base'],
  ['http://localhost:4010', 'http://localhost:4010/'],
  ['http://127.0.0.2:1', 'http://127.0.0.2:1/'],
  ['http://[::1]:1', 'http://[::1]:1/'],
])('%s', (text, url) => {
  expect(parseUpstream(text, false).href).toBe(url)
})

describe('refused', () => {
  test.each([
    ['', /not an address/],
    ['ftp://a', /not an address/],
    ['http://', /not an address/],
    ['https://user:word@a', /leave out the user/],
    ['https://a/?corpsecret=word', /the query/],
    ['http://wecom.example.com', /http:\/\/wecom\.example\.com is not https/],
    ['http://127.0.0.1.example.com', /not https/],
    ['http://localhost.example.com', /not https/],
  ])('%s', (text, message) => {
    expect(() => parseUpstream(text, false)).toThrow(message)
  })

  test('never repeats a secret', () => {
    expect(() => parseUpstream('https://user:word@a', false)).not.toThrow(/word@/)
  })
})

test('http to another machine is possible when asked for', () => {
  expect(parseUpstream('http://wecom.example.com', true).protocol).toBe('http:')
})
