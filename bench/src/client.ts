import { type Benchmark, bar, scaled } from './Benchmark.ts'
import { type Caller, callers } from './callers.ts'
import { alternate, medianRatio, row } from './measure.ts'
import { startWeComServer } from './startWeComServer.ts'

const CONCURRENCY = 16
const OPENAPI_FETCH = 'openapi-fetch'
const OWN = '@wecom-meeting/client'

/** Calls per second. */
export const client: Benchmark = {
  name: 'client',
  title: 'What does the client cost beside a plain fetch?',
  method: `${CONCURRENCY} callers get the same webinar over and over from one local server in a process of its own, by turns with each client; every client keeps its connections alive. Ratios are taken round by round.`,
  async run(options) {
    using server = await startWeComServer()
    const all = await callers(server.url, 't'.repeat(214))
    const calls = scaled(3000, options)
    const contenders = all.map(({ name, getTitle }) => [
      name,
      () => callsPerSecond(getTitle, calls),
    ])
    const rates = await alternate(Object.fromEntries(contenders), 25, options)
    return {
      rows: all.map(({ name, setUp }) => ({
        client: name,
        ...row(rates, name, 'calls/s', 'beside plain fetch'),
        'set up': setUp,
      })),
      bars: [
        bar('calls per second beside plain fetch', medianRatio(rates, OWN), '≥', 0.95),
        bar(
          'calls per second beside openapi-fetch',
          medianRatio(rates, OWN, OPENAPI_FETCH),
          '≥',
          1,
        ),
      ],
      notes: [
        'Only @wecom-meeting/client knows that a response with HTTP 200 can be a refusal; the others return it as a success.',
      ],
    }
  },
}

async function callsPerSecond(getTitle: Caller['getTitle'], calls: number): Promise<number> {
  let left = calls
  const started = performance.now()
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      while (left-- > 0) {
        if ((await getTitle()) !== 'TITLE') throw new Error('This is not the webinar asked for.')
      }
    }),
  )
  return calls / ((performance.now() - started) / 1000)
}
