import { expect, test } from 'vitest'
import { preferredExample } from './preferredExample.ts'

test.each([
  ['example=system-busy', 'system-busy'],
  ['example="system-busy"', 'system-busy'],
  ['code=200, example=resolved', 'resolved'],
  ['respond-async;example=resolved', 'resolved'],
  ['dynamic=true', undefined],
  ['counterexample=x', undefined],
  [undefined, undefined],
])('%s', (header, name) => {
  expect(preferredExample(header)).toBe(name)
})
