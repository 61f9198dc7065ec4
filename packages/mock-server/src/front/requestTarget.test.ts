import { expect, test } from 'vitest'
import { requestTarget } from './requestTarget.ts'

test.each([
  ['/a?x=1&y=%E4%B8%AD', '/a', { x: '1', y: '中' }],
  ['/a', '/a', {}],
  ['/a?x=1?y', '/a', { x: '1?y' }],
  ['/a?x=1&x=2', '/a', { x: ['1', '2'] }],
  ['http://wecom.example/a?x=1', '/a', { x: '1' }],
  ['http://wecom.example', '/', {}],
  ['*', '*', {}],
  ['/a?%zz=%&__proto__=1', '/a', { '%zz': '%', ['__proto__']: '1' }],
])('%s', (target, path, query) => {
  const read = requestTarget(target)
  expect(read.path).toBe(path)
  expect(Object.entries(read.query)).toEqual(Object.entries(query))
})
