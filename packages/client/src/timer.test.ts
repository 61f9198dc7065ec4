import { expect, test } from 'vitest'
import { virtualClock } from '../test/support/virtualClock.ts'
import { createSleep } from './limits.ts'
import { runtimeTimer } from './runtimeTimer.ts'

test('waits', async () => {
  const sleep = createSleep(runtimeTimer)
  await expect(sleep(1)).resolves.toBeUndefined()
  await expect(sleep(1, new AbortController().signal)).resolves.toBeUndefined()
})

test('an aborted signal ends the wait, and leaves no timer', async () => {
  const clock = virtualClock()
  const sleep = createSleep(clock.timer)
  const controller = new AbortController()
  const wait = sleep(3_600_000, controller.signal)
  expect(clock.pending()).toBe(1)
  controller.abort('enough')
  await expect(wait).rejects.toBe('enough')
  expect(clock.pending()).toBe(0)
  await expect(sleep(3_600_000, controller.signal)).rejects.toBe('enough')
  expect(clock.pending()).toBe(0)
})

test('a time longer than runtimes can count is not taken for none', async () => {
  let hasGoneOff = false
  const stop = runtimeTimer(Number.POSITIVE_INFINITY, () => {
    hasGoneOff = true
  })
  await createSleep(runtimeTimer)(5)
  stop()
  expect(hasGoneOff).toBe(false)
})

test('a stopped timer does not go off', async () => {
  let hasGoneOff = false
  runtimeTimer(1, () => {
    hasGoneOff = true
  })()
  await createSleep(runtimeTimer)(5)
  expect(hasGoneOff).toBe(false)
})
