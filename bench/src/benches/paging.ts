import { type Benchmark, bar, type RunOptions, scaled } from '../Benchmark.ts'
import { count, countPages, handWrittenLoop, ownList } from '../clients/enrollmentReaders.ts'
import { alternate, type Round, ratiosTo, ratioText, spreadOf } from '../measure.ts'
import { profileEach, profileRows } from '../profile.ts'
import { startEnrollmentServer } from '../servers/startEnrollmentServer.ts'

const LOOP = 'hand-written loop'
const PAGE = 50
const PROFILE_ROUNDS = 5
const ITEMS = 'client: for await, items'
const NEXT_IDEA =
  'a page pays for its time limit as every call does (see above), and each enrollment for a turn of `for await`; Node’s fetch writes a request only when no such turn is left (not within a thousand), so the items of a page delay the request for the next. Next: hand the first item out once the request is written, if fetch ever tells when that is.'
const SLOW_LOOP = 'hand-written loop, slow consumer'

/** Ten thousand enrollments, read to the end. */
export const paging: Benchmark = {
  name: 'paging',
  title: 'What does it cost to read 10,000 enrollments?',
  method:
    'All enrollments of one webinar, 50 a page, from one local server in a process of its own; the ways take turns. Slow consumer: the caller takes as long over a page as the server takes to give it (20 ms).',
  async run(options) {
    const rounds = await measureThroughput(options)
    const slow = await measureSlowConsumer(options)
    const growth = await measureHeap(options)
    return {
      rows: [...rounds.rows, ...slow.rows],
      profile: { unit: 'a page', rows: rounds.profile },
      bars: [
        bar('time beside a hand-written loop', rounds.beside, { atMost: 1.05 }, NEXT_IDEA),
        bar('slow consumer: time beside a hand-written loop', slow.beside, { atMost: 0.65 }),
        bar('heap after 100,000 streamed items, MB above the start', growth, { atMost: 10 }),
      ],
      notes: [
        'A hand-written loop waits for each page; the client fetches the next one while the caller works, which halves the time at best (0.5).',
      ],
    }
  },
}

async function measureThroughput(options: RunOptions) {
  const total = scaled(10_000, options)
  using server = await startEnrollmentServer(total)
  const list = ownList(server.url)
  const ways = new Map<string, () => Promise<number>>([
    [LOOP, () => count(handWrittenLoop(server.url))],
    [ITEMS, () => count(list())],
    ['client: .pages()', () => countPages(list().pages())],
  ])
  const timed = timeEach(ways, total)
  const figures = await alternate(timed, scaled(61, options), progressOf(options, 'throughput'))
  const profiles = await profileEach(ways, PROFILE_ROUNDS)
  const pages = (PROFILE_ROUNDS * total) / PAGE
  const peaks = new Map<string, number>()
  for (const [name, read] of ways) peaks.set(name, await peakHeap(read, options))
  return { ...tableOf(figures, LOOP, ITEMS, peaks), profile: profileRows(profiles, pages) }
}

async function measureSlowConsumer(options: RunOptions) {
  const total = scaled(2000, options)
  using server = await startEnrollmentServer(total, 20)
  const list = ownList(server.url)
  const ways = new Map<string, () => Promise<number>>([
    [SLOW_LOOP, () => count(handWrittenLoop(server.url), 20)],
    ['client, slow consumer', () => countPages(list().pages(), 20)],
  ])
  const figures = await alternate(
    timeEach(ways, total),
    scaled(3, options),
    progressOf(options, 'slow consumer'),
  )
  return tableOf(figures, SLOW_LOOP, 'client, slow consumer')
}

/** The most that the heap grew while reading, garbage that nobody had collected yet included, in MB. */
async function peakHeap(read: () => Promise<number>, options: RunOptions): Promise<number> {
  const peaks: number[] = []
  for (let round = 0; round < scaled(5, options); round++) {
    globalThis.gc?.()
    const before = process.memoryUsage().heapUsed
    let most = before
    const look = setInterval(() => {
      most = Math.max(most, process.memoryUsage().heapUsed)
    }, 1)
    await read()
    clearInterval(look)
    peaks.push((most - before) / 2 ** 20)
  }
  return spreadOf(peaks).median
}

async function measureHeap(options: RunOptions): Promise<number> {
  const total = scaled(100_000, options)
  using server = await startEnrollmentServer(total)
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const read = await count(ownList(server.url)())
  if (read !== total) throw new Error(`Read ${read} of ${total} enrollments.`)
  globalThis.gc?.()
  return (process.memoryUsage().heapUsed - before) / 2 ** 20
}

function timeEach(ways: ReadonlyMap<string, () => Promise<number>>, total: number) {
  return new Map<string, Round>(
    Array.from(ways, ([name, read]) => [
      name,
      async () => {
        const started = performance.now()
        const found = await read()
        if (found !== total) throw new Error(`${name} read ${found} of ${total} enrollments.`)
        return performance.now() - started
      },
    ]),
  )
}

function tableOf(
  figures: Map<string, number[]>,
  base: string,
  own: string,
  peaks = new Map<string, number>(),
) {
  const ratios = ratiosTo(base, figures)
  const rows = Array.from(figures, ([name, times]) => ({
    way: name,
    ms: Math.round(spreadOf(times).median),
    'time beside the loop': ratioText(ratios.get(name) ?? spreadOf([Number.NaN])),
    'peak heap MB': peaks.get(name)?.toFixed(1) ?? '',
  }))
  return { rows, beside: ratios.get(own)?.median ?? Number.NaN }
}

function progressOf({ progress }: RunOptions, what: string) {
  return (done: number, all: number) => progress(`${what}: round ${done} of ${all}`)
}
