import { setTimeout as wait } from 'node:timers/promises'
import { createWeComClient, type paths } from '@wecom-meeting/client'
import createClient from 'openapi-fetch'
import { type Benchmark, bar, type RunOptions, scaled } from './Benchmark.ts'
import { alternate, type Figures, median, medianRatio, row } from './measure.ts'
import { startWeComServer } from './startWeComServer.ts'

const LOOP = 'hand-written openapi-fetch loop'
const ITEMS = 'client: for await, items'
const PAGES = 'client: .pages()'
const PAGE_SIZE = 50
const SLOW_MS = 20
const webinar = { meetingid: 'MEETINGID1' }

/** Reads all pages, and calls `onPage` with the length of each; it waits for what that returns. */
type Reader = (onPage: (length: number) => unknown) => Promise<void>

/** Ten thousand enrollments, read to the end. */
export const paging: Benchmark = {
  name: 'paging',
  title: 'What does it cost to read 10,000 enrollments?',
  method: `All enrollments of one webinar, ${PAGE_SIZE} a page, from one local server in a process of its own; the ways take turns. Slow consumer: the caller takes as long over a page as the server takes to give it (${SLOW_MS} ms), so that a next page on its way halves the time at best. Heap: what is still in use, garbage collected, in the last fifth of the pages beside the first fifth.`,
  async run(options) {
    const fast = await readInTurns(options, { total: 10_000, restMs: 0, rounds: 61 })
    const slow = await readInTurns(options, { total: 2000, restMs: SLOW_MS, rounds: 5 })
    const heap = await heapGrowth(options)
    const rowOf = (figures: Figures, name: string, load = '') => ({
      way: name + load,
      ...row(figures, name, 'ms', 'time beside the loop'),
    })
    return {
      rows: [
        ...[LOOP, ITEMS, PAGES].map((name) => rowOf(fast, name)),
        ...[LOOP, PAGES].map((name) => rowOf(slow, name, ', slow consumer')),
      ],
      bars: [
        bar('10,000 items: time beside a hand-written loop', medianRatio(fast, ITEMS), '≤', 1.15),
        bar('slow consumer: time beside a hand-written loop', medianRatio(slow, PAGES), '≤', 0.65),
        bar('heap at the end of 100,000 items beside the beginning', heap, '≤', 1.1),
      ],
    }
  },
}

async function readInTurns(
  options: RunOptions,
  { total, restMs, rounds }: { total: number; restMs: number; rounds: number },
): Promise<Figures> {
  using server = await startWeComServer({ enrollments: total, requestMs: restMs })
  const timed = (read: Reader) => async () => {
    let found = 0
    const started = performance.now()
    await read((length) => {
      found += length
      return restMs > 0 ? wait(restMs) : undefined
    })
    if (found !== total) throw new Error(`Read ${found} of ${total} enrollments.`)
    return performance.now() - started
  }
  const contenders = Object.entries(readersOf(server.url))
    // An item at a time, a consumer would rest after each.
    .filter(([name]) => restMs === 0 || name !== ITEMS)
    .map(([name, read]) => [name, timed(read)])
  return await alternate(Object.fromEntries(contenders), rounds, options)
}

function readersOf(baseUrl: string): Record<string, Reader> {
  const { list } = createWeComClient({ accessToken: 'token', baseUrl }).webinars.enrollments
  return {
    [LOOP]: (onPage) => loopOverPages(baseUrl, onPage),
    [ITEMS]: async (onPage) => {
      for await (const _ of list(webinar)) onPage(1)
    },
    [PAGES]: async (onPage) => {
      for await (const { enroll_list } of list(webinar).pages()) await onPage(enroll_list.length)
    },
  }
}

/** What somebody writes who needs all pages and has openapi-fetch. */
export async function loopOverPages(
  baseUrl: string,
  onPage: Parameters<Reader>[0],
  fetchRequest: (request: Request) => Promise<Response> = fetch,
): Promise<void> {
  const client = createClient<paths>({ baseUrl, fetch: fetchRequest })
  const params = { query: { access_token: 'token' } as never }
  let cursor = ''
  do {
    const { data } = await client.POST('/cgi-bin/meeting/webinar/enroll/list', {
      params,
      body: { ...webinar, ...(cursor && { cursor }) },
    })
    const page = data as { has_more: boolean; next_cursor: string; enroll_list: object[] }
    await onPage(page.enroll_list.length)
    cursor = page.has_more ? page.next_cursor : ''
  } while (cursor)
}

/** How much more is in use towards the end of a long list than at its beginning: 1 is nothing. */
async function heapGrowth(options: RunOptions): Promise<number> {
  const total = scaled(100_000, options)
  const pages = total / PAGE_SIZE
  using server = await startWeComServer({ enrollments: total })
  const read = readersOf(server.url)[PAGES] as Reader
  const first: number[] = []
  const last: number[] = []
  let page = 0
  await read(() => {
    page += 1
    const figures = page <= pages / 5 ? first : page > (pages * 4) / 5 ? last : undefined
    if (page % 10 === 0) figures?.push(liveHeap())
  })
  return median(last) / median(first)
}

function liveHeap(): number {
  if (!globalThis.gc) throw new Error('Start it with `pnpm bench`, which lets it collect garbage.')
  globalThis.gc()
  return process.memoryUsage().heapUsed
}
