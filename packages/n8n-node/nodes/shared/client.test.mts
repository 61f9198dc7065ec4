import { expect, it } from 'vitest'
import { workflowTimer } from './client.ts'

it('goes off', async () => {
  await new Promise<void>((resolve) => {
    workflowTimer(1, resolve)
  })
})

it('does not go off, and keeps no process alive, once it is called off', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const before = timers()
  let goneOff = 0
  const callOff = workflowTimer(2 ** 30, () => {
    goneOff += 1
  })
  expect(timers()).toBe(before + 1)
  callOff()
  await new Promise((resolve) => setImmediate(resolve))
  expect(timers()).toBe(before)
  expect(goneOff).toBe(0)
})
