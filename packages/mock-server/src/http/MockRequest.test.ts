import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { MockRequest } from './MockRequest.ts'

function requestOf(incoming: {
  url?: string
  headers?: Record<string, string>
  from?: string
}): MockRequest {
  const { url, headers = {}, from } = incoming
  return new MockRequest({ url, headers, socket: { remoteAddress: from } } as IncomingMessage, 0)
}

test.each([
  ['/a?x=1&y=%E4%B8%AD', '/a', { x: '1', y: '中' }],
  ['/a', '/a', {}],
  ['/a?x=1?y', '/a', { x: '1?y' }],
  ['/a?x=1&x=2&x=3', '/a', { x: ['1', '2', '3'] }],
  ['http://wecom.example/a?x=1', '/a', { x: '1' }],
  ['http://wecom.example', '/', {}],
  ['*', '*', {}],
  ['/a?%zz=%&__proto__=1', '/a', { '%zz': '%', ['__proto__']: '1' }],
])('the target %s has a path and a query', (url, path, query) => {
  const request = requestOf({ url })
  expect(request.path).toBe(path)
  expect(Object.entries(request.query)).toEqual(Object.entries(query))
})

test.each([
  ['example=system-busy', 'system-busy'],
  ['example="system-busy"', 'system-busy'],
  ['code=200, example=resolved', 'resolved'],
  ['respond-async;example=resolved', 'resolved'],
  ['dynamic=true', undefined],
  ['counterexample=x', undefined],
])('Prefer: %s asks for the example %s', (prefer, name) => {
  expect(requestOf({ headers: { prefer } }).preferredExample).toBe(name)
})

test('without the header no example is asked for', () => {
  expect(requestOf({}).preferredExample).toBeUndefined()
})

test.each([
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8::1', '2001:db8::1'],
  [undefined, ''],
])('the address %s is written as %s', (from, address) => {
  expect(requestOf(from === undefined ? {} : { from }).address).toBe(address)
})
