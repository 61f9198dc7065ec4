import { expect, test } from 'vitest'
import { createWeComClient } from '../src/index.ts'

const meeting = { meetingid: 'm' }

// Node and Deno follow what awaits what; Bun's stacks do not.
test('the stack of an error has the caller’s line, that of a time limit too', async () => {
  const fetch = () => new Promise<never>(() => {})
  const wecom = createWeComClient({ accessToken: 'a-token', fetch, timeout: 1, maxRetries: 0 })
  async function callerOfTheTest() {
    await wecom.meetings.get(meeting)
  }
  const error = await callerOfTheTest().catch((thrown) => thrown)
  expect(error.name).toBe('TimeoutError')
  expect(error.stack).toContain('callerOfTheTest')
  const deadline = wecom.meetings.get(meeting, { timeout: 0, deadline: 1 })
  const late = await (async function anotherCaller() {
    await deadline
  })().catch((thrown) => thrown)
  expect(late.stack).toContain('anotherCaller')
})
