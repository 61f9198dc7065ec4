import { createWeComClient } from '@wecom-meeting/client'
import pLimit from 'p-limit'
import { type Benchmark, bar } from './Benchmark.ts'
import { alternate, medianRatio, row } from './measure.ts'
import { loopOverPages } from './paging.ts'
import { startWeComServer } from './startWeComServer.ts'

const LISTS = 20
const ENROLLMENTS = 300
const LIMIT = 3
const REQUEST_MS = 20
const QUEUE = `p-limit queue of ${LIMIT}`
const OWN = 'client, which is not told the limit'

/** Many lists at once, against WeCom's limit of concurrent calls. */
export const concurrency: Benchmark = {
  name: 'concurrency',
  title: `What do ${LISTS} lists at once cost where WeCom takes ${LIMIT} calls?`,
  method: `${LISTS} × ${ENROLLMENTS} enrollments from one local server that takes ${REQUEST_MS} ms for a request and refuses a fourth one at the same time with 45033. The queue knows the limit; the client finds it anew in each round.`,
  async run(options) {
    using server = await startWeComServer({
      enrollments: ENROLLMENTS,
      requestMs: REQUEST_MS,
      limit: LIMIT,
    })
    const timed = async (readList: () => Promise<number>) => {
      const started = performance.now()
      const found = await Promise.all(Array.from({ length: LISTS }, readList))
      if (found.some((count) => count !== ENROLLMENTS)) throw new Error(`Read only ${found}.`)
      return performance.now() - started
    }
    const contenders = {
      [QUEUE]: () => {
        const queued = queuedFetch()
        return timed(async () => {
          let found = 0
          const onPage = (length: number) => {
            found += length
          }
          await loopOverPages(server.url, onPage, queued)
          return found
        })
      },
      [OWN]: () => {
        const wecom = createWeComClient({ accessToken: 'token', baseUrl: server.url })
        const { list } = wecom.webinars.enrollments
        return timed(async () => (await list({ meetingid: 'MEETINGID1' }).toArray()).length)
      },
    }
    const times = await alternate(contenders, 15, options)
    return {
      rows: Object.keys(contenders).map((way) => ({
        way,
        ...row(times, way, 'ms', 'time beside the queue'),
      })),
      bars: [bar('20 lists at once: time beside the queue', medianRatio(times, OWN), '≤', 1.1)],
      notes: ['A list that is not complete ends the benchmark.'],
    }
  },
}

/** What somebody writes who knows the limit: a `fetch` of which so many run at once. */
function queuedFetch(): (request: Request) => Promise<Response> {
  const queue = pLimit(LIMIT)
  return (request) =>
    queue(async () => {
      const response = await fetch(request)
      // Until its body is here, the server counts it.
      return new Response(await response.arrayBuffer(), response)
    })
}
