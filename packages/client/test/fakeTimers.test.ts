import { afterEach, expect, test, vi } from 'vitest'
import { createWeComClient } from '../src/index.ts'
import { fakeWeCom, refused } from './support/fakeWeCom.ts'

afterEach(() => void vi.useRealTimers())

test('a client works under fake timers; its waits pass as a test lets them', async () => {
  vi.useFakeTimers()
  const { fetch, credentials } = fakeWeCom((_, nth) => (nth === 1 ? refused(-1) : { errcode: 0 }))
  const call = createWeComClient({ ...credentials, fetch }).meetings.get({ meetingid: 'm' })
  await vi.advanceTimersByTimeAsync(500)
  expect((await call).guests).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})
