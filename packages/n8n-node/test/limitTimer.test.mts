import { expect, it } from 'vitest'
import { limitTimer } from '../nodes/WeComMeeting/transport/limitTimer.ts'

it('ends when its time is up', async () => {
  await expect(limitTimer(1, new AbortController().signal)).resolves.toBeUndefined()
})

it('ends at once with the call', async () => {
  const call = new AbortController()
  const timer = limitTimer(2 ** 30, call.signal)
  call.abort(0)
  await expect(timer).rejects.toThrow('The call has ended.')
})
