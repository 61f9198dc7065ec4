import { createWeComClient } from '@wecom-meeting/client'
import { type Benchmark, type RunOptions, scaled } from '../Benchmark.ts'
import { count, ownList } from '../clients/enrollmentReaders.ts'
import { spreadOf } from '../measure.ts'
import { answerExample } from '../servers/answerExample.ts'
import { startEnrollmentServer } from '../servers/startEnrollmentServer.ts'
import { startServer } from '../servers/startServer.ts'

const SIZES = [10, 100, 1000, 10_000, 100_000]
const PAGE = 50
const CALLERS = [1, 5, 20, 50, 100, 200]

/** Whether cost grows faster than the work. */
export const growth: Benchmark = {
  name: 'growth',
  title: 'Does the cost grow faster than the work?',
  method:
    'CPU time of the client’s process, so that waiting for the server does not count: per page and per enrollment while one list is read, and per call while many callers ask at the same time. Each figure is the median of several runs.',
  async run(options) {
    const perItem = await measureSizes(options)
    const perCall = await measureCallers(options)
    return {
      rows: [...perItem, ...perCall],
      bars: [],
      chart: {
        axis: 'CPU, microseconds a page or a call',
        rows: [...perItem.filter(({ unit }) => unit === 'a page'), ...perCall].map((row) => ({
          name: row.load,
          value: row['CPU µs'],
        })),
      },
      notes: [
        'Below a page of 50 an enrollment bears the cost of a whole request; from a page on the curve is flat.',
        'A single caller pays for waking up after each answer; with more callers several answers are handled in one turn.',
      ],
    }
  },
}

async function measureSizes(options: RunOptions) {
  const rows = []
  for (const total of SIZES) {
    options.progress(`${total} enrollments`)
    using server = await startEnrollmentServer(total)
    const list = ownList(server.url)
    const runs = Math.max(
      1,
      Math.min(scaled(200, options), Math.round(scaled(200_000, options) / total)),
    )
    const figure = await repeat(runs, async () => {
      await count(list())
      return total
    })
    const load = `${total} enrollments`
    const pages = Math.ceil(total / PAGE)
    rows.push({ load, unit: 'a page', 'CPU µs': rounded((figure * total) / pages) })
    rows.push({ load, unit: 'an enrollment', 'CPU µs': rounded(figure) })
  }
  return rows
}

async function measureCallers(options: RunOptions) {
  using server = await startServer(
    'bareServer.ts',
    answerExample('/cgi-bin/meeting/webinar/get', 'resolved'),
  )
  const wecom = createWeComClient({ accessToken: 'token', baseUrl: server.url })
  const rows = []
  for (const callers of CALLERS) {
    options.progress(`${callers} callers`)
    const calls = scaled(2000, options)
    const figure = await repeat(scaled(5, options), async () => {
      let left = calls
      await Promise.all(
        Array.from({ length: callers }, async () => {
          while (left-- > 0) await wecom.webinars.get({ meetingid: 'MEETINGID' })
        }),
      )
      return calls
    })
    rows.push({ load: `${callers} callers`, unit: 'a call', 'CPU µs': rounded(figure) })
  }
  return rows
}

/** Median CPU time of a unit of work, in microseconds; `work` resolves to the units that it did. */
async function repeat(runs: number, work: () => Promise<number>): Promise<number> {
  await work()
  const figures: number[] = []
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage()
    const units = await work()
    const { user, system } = process.cpuUsage(before)
    figures.push((user + system) / units)
  }
  return spreadOf(figures).median
}

function rounded(figure: number): number {
  return Number(figure.toFixed(1))
}
