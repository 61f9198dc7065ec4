import { createWeComClient } from '@wecom-meeting/client'
import { type Benchmark, bar, scaled } from '../Benchmark.ts'
import { spreadOf } from '../measure.ts'
import { startServer } from '../servers/startServer.ts'

const CALLS = 50

/** What becomes of waiting calls when nobody wants their answer any more. */
export const abort: Benchmark = {
  name: 'abort',
  title: 'How fast does a call end that is aborted while it backs off?',
  method: `${CALLS} calls are refused as too frequent (45009) and wait for a minute, which \`waitOnRateLimit\` asks for; then one signal aborts all of them. With the runtime’s own timers: how long until the last one has rejected, and how many timers are left.`,
  async run(options) {
    const refusal = { errcode: 45009, errmsg: 'api freq out of limit' }
    using server = await startServer('bareServer.ts', refusal)
    const slowest: number[] = []
    let timersLeft = 0
    for (let round = 0; round < scaled(20, options); round++) {
      options.progress(`round ${round + 1}`)
      const timersBefore = timers()
      slowest.push(await msUntilRejected(server.url))
      timersLeft = Math.max(timersLeft, timers() - timersBefore)
    }
    const { median, most } = spreadOf(slowest)
    return {
      rows: [
        {
          'calls aborted': CALLS,
          'ms until the last rejects': `${median.toFixed(1)} (up to ${most.toFixed(1)})`,
          'timers left': timersLeft,
        },
      ],
      bars: [
        bar('abort during backoff: ms until the last of 50 rejects', median, { atMost: 20 }),
        bar('abort during backoff: timers left', timersLeft, { atMost: 0 }),
      ],
      notes: [],
    }
  },
}

async function msUntilRejected(baseUrl: string): Promise<number> {
  const controller = new AbortController()
  const waiting = Promise.withResolvers<void>()
  let backingOff = 0
  const onRetry = () => {
    backingOff += 1
    if (backingOff === CALLS) waiting.resolve()
  }
  const options = { baseUrl, accessToken: 'token', waitOnRateLimit: true, hooks: { onRetry } }
  const wecom = createWeComClient(options)
  const calls = Array.from({ length: CALLS }, () =>
    wecom.meetings.get({ meetingid: 'm' }, { signal: controller.signal }),
  )
  const settled = Promise.allSettled(calls)
  await waiting.promise
  const abortedAt = performance.now()
  controller.abort('enough')
  const results = await settled
  const took = performance.now() - abortedAt
  const isAborted = (result: PromiseSettledResult<unknown>) =>
    result.status === 'rejected' && result.reason === 'enough'
  if (!results.every(isAborted)) throw new Error('A call did not end with the abort’s reason.')
  return took
}

function timers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
}
