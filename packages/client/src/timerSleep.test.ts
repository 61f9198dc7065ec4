import { expect, test } from 'vitest'
import { timerSleep } from './timerSleep.ts'

test('waits', async () => {
  await expect(timerSleep(1)).resolves.toBeUndefined()
  await expect(timerSleep(1, new AbortController().signal)).resolves.toBeUndefined()
})

test('an aborted signal ends the wait', async () => {
  const controller = new AbortController()
  const wait = timerSleep(3_600_000, controller.signal)
  controller.abort('enough')
  await expect(wait).rejects.toBe('enough')
  await expect(timerSleep(3_600_000, controller.signal)).rejects.toBe('enough')
})
