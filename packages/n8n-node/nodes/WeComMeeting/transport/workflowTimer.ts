import type { Timer } from '@wecom-meeting/client/core'
import { sleep } from 'n8n-workflow'

/** An error already: of any other reason n8n's `sleep` makes one, stack and all, for every call. */
const calledOff = new Error('The timer was called off.')

/** A timer out of n8n's `sleep`; verified nodes may not use the runtime's. */
export const workflowTimer: Timer = (ms, onTime) => {
  const timer = new AbortController()
  sleep(ms, timer.signal).then(onTime, () => {})
  return () => timer.abort(calledOff)
}
