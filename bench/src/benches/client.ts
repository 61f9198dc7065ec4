import type { Benchmark } from '../Benchmark.ts'
import { bar, scaled } from '../Benchmark.ts'
import type { Contender } from '../clients/Contender.ts'
import { base, contenders, own, withTimeLimit } from '../clients/contenders.ts'
import { alternate, ratiosTo, ratioText, spreadOf } from '../measure.ts'
import { profileEach, profileRows } from '../profile.ts'
import { answerExample } from '../servers/answerExample.ts'
import { startServer } from '../servers/startServer.ts'

const CONCURRENCY = 16
const PROFILE_ROUNDS = 3
const PROFILED = [base, withTimeLimit, own]
const NEXT_IDEA =
  'a third of the difference or more is the time limit: a fetch with an AbortController and a timer of its own (second row) pays for it inside fetch, where a signal takes listeners, a weak reference and a finalizer. The profile below shows what is the client’s own. Next: on Node, leave the time limit to undici’s dispatcher, once Node lets programs reach its own.'

/** Calls per second and CPU per call. */
export const client: Benchmark = {
  name: 'client',
  title: 'What does the client cost beside a plain fetch?',
  method: `${CONCURRENCY} callers get the same webinar over and over from one local server in a process of its own, by turns with each client; every client keeps its connections. Ratios are taken round by round.`,
  async run(options) {
    using server = await startServer(
      'bareServer.ts',
      answerExample('/cgi-bin/meeting/webinar/get', 'resolved'),
    )
    const everybody = await contenders({ baseUrl: server.url, accessToken: 't'.repeat(214) })
    const calls = scaled(3000, options)
    const cpu = new Map<string, number[]>(everybody.map(({ name }) => [name, []]))
    const rates = await alternate(
      new Map(
        everybody.map((contender) => [
          contender.name,
          async () => {
            const round = await callMany(contender, calls)
            cpu.get(contender.name)?.push(round.cpuPerCall)
            return round.callsPerSecond
          },
        ]),
      ),
      scaled(25, options),
      (done, all) => options.progress(`round ${done} of ${all}`),
    )
    const ratios = ratiosTo(base, rates)
    const profiled = everybody.filter(({ name }) => PROFILED.includes(name))
    const profiles = await profileEach(
      new Map(
        profiled.map((contender) => [contender.name, () => callMany(contender, calls)] as const),
      ),
      PROFILE_ROUNDS,
    )
    const rows = everybody.map(({ name, setUp }) => ({
      client: name,
      'calls/s': Math.round(spreadOf(rates.get(name) ?? []).median),
      'beside plain fetch': ratioText(ratios.get(name) ?? { median: 0, least: 0, most: 0 }),
      'CPU µs/call': Math.round(spreadOf(cpu.get(name) ?? []).median),
      'set up': setUp,
    }))
    return {
      rows,
      bars: [
        bar(
          'calls per second beside plain fetch',
          ratios.get(own)?.median ?? 0,
          { atLeast: 0.9 },
          NEXT_IDEA,
        ),
      ],
      notes: [
        'Only the client of this project knows that an answer with HTTP 200 can be a refusal; the others hand it out as a success.',
      ],
      chart: {
        axis: 'calls per second, plain fetch = 1',
        rows: Array.from(ratios, ([name, { median }]) => ({ name, value: median })),
      },
      profile: { unit: 'a call', rows: profileRows(profiles, calls * PROFILE_ROUNDS) },
    }
  },
}

async function callMany(
  { getWebinar }: Contender,
  calls: number,
): Promise<{ callsPerSecond: number; cpuPerCall: number }> {
  let left = calls
  const cpuBefore = process.cpuUsage()
  const started = performance.now()
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      while (left-- > 0) {
        if ((await getWebinar()) !== 'TITLE') throw new Error('Not the webinar that was asked for.')
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(cpuBefore)
  return { callsPerSecond: calls / seconds, cpuPerCall: (user + system) / calls }
}
