import type { Timer } from '@wecom-meeting/client/core'
import { sleep } from 'n8n-workflow'

/** A timer out of n8n's `sleep`; verified nodes may not use the runtime's. */
export const workflowTimer: Timer = (ms, onTime) => {
  const stopped = new AbortController()
  sleep(ms, stopped.signal).then(onTime, () => {})
  return () => stopped.abort()
}
