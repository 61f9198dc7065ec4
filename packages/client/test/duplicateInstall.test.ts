import { isWeComError, WeComError } from '@wecom-meeting/client'
import { expect, test } from 'vitest'

test('an error of another copy of this package is known, which instanceof does not see', async () => {
  // A query makes a module of its own out of the same file.
  const copy = new URL('../src/errorClasses.ts?copy', import.meta.url).href
  const other = (await import(/* @vite-ignore */ copy)) as { WeComError: typeof WeComError }
  const error = new other.WeComError('no', { operation: 'getMeeting' })
  expect(error).not.toBeInstanceOf(WeComError)
  expect(isWeComError(error)).toBe(true)
})
