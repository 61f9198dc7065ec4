import { createWeComClient } from '@wecom-meeting/client'

// Aborts 50 calls while they wait a minute for WeCom's rate limit, with the runtime's own timers.
const CALLS = 50
const controller = new AbortController()
let waiting = 0
const wecom = createWeComClient({
  accessToken: 'a-token',
  waitOnRateLimit: true,
  concurrency: CALLS,
  fetch: async () => Response.json({ errcode: 45009, errmsg: 'api freq out of limit' }),
  hooks: {
    onRetry: () => {
      waiting += 1
      if (waiting === CALLS) setImmediate(() => controller.abort('enough'))
    },
  },
})
const calls = Array.from({ length: CALLS }, () =>
  wecom.meetings.get({ meetingid: 'm' }, { signal: controller.signal }),
)
const results = await Promise.allSettled(calls)
const aborted = results.filter(
  (result) => result.status === 'rejected' && result.reason === 'enough',
)
console.log(`${aborted.length} aborted`)
