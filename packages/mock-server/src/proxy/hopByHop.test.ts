import { expect, test } from 'vitest'
import { endToEndHeaders } from './hopByHop.ts'

test('drops what concerns one connection, and what Connection names', () => {
  const headers = ['Content-Type', 'a/b', 'Connection', 'close, X-Once', 'x-once', '1', 'TE', 'x']
  expect(endToEndHeaders([...headers, 'Transfer-Encoding', 'chunked', 'Upgrade', 'h2c'])).toEqual([
    'Content-Type',
    'a/b',
  ])
})

test('keeps order, spelling and repeated headers', () => {
  const headers = ['X-A', '1', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2', 'x-a', '1']
  expect(endToEndHeaders(headers)).toEqual(headers)
})
