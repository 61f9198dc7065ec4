import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import autocannon from 'autocannon'
import { type Benchmark, bar, type RunOptions, scaled } from '../Benchmark.ts'
import { alternate, ratiosTo, ratioText, type Spread, spreadOf } from '../measure.ts'
import { badRequests } from '../mocks/badRequests.ts'
import { mockContenders, ownMock, plainPrism } from '../mocks/contenders.ts'
import { countRight, validToken } from '../mocks/countRight.ts'
import type { RunningMock } from '../mocks/MockContender.ts'
import { startMock } from '../mocks/startMock.ts'

const CONNECTIONS = 10
const SECONDS = 2
const NOTHING: Spread = { median: Number.NaN, least: Number.NaN, most: Number.NaN }

/** Throughput, latency, start, memory and correctness of mock servers. */
export const mock: Benchmark = {
  name: 'mock',
  title: 'How do mock servers for the same document compare?',
  method: `Each serves this project's OpenAPI document in a process of its own. Throughput: ${CONNECTIONS} connections ask for the sample webinar for ${SECONDS} seconds, by turns. Right: of ${badRequests.length} bad requests, how many get what WeCom would answer, HTTP 200 and its errcode.`,
  async run(options) {
    const starts = await measureStarts(options)
    const ownStarts = await measureOwnStarts(options)
    using servers = await startAll()
    const load = await measureLoad(servers.running, options)
    const beside = ratiosTo(plainPrism.name, load.rates)
    const rows = []
    let [ownRight, ownUnanswered] = [0, Number.NaN]
    for (const { name, setUp } of mockContenders) {
      const server = servers.running.get(name) as RunningMock
      const { right, unanswered } = await countRight(server.url)
      if (name === ownMock.name) [ownRight, ownUnanswered] = [right, unanswered]
      rows.push({
        server: name,
        'requests/s': Math.round(spreadOf(load.rates.get(name) ?? []).median),
        'beside prism': ratioText(beside.get(name) ?? NOTHING),
        'p99 ms': spreadOf(load.p99.get(name) ?? []).median,
        'first answer ms': Math.round(spreadOf(starts.get(name) ?? []).median),
        'memory MB': server.residentMegabytes() ?? 'not told',
        [`right of ${badRequests.length}`]: unanswered
          ? `${right}, ${unanswered} unanswered`
          : right,
        'set up': setUp,
      })
    }
    const first = spreadOf(starts.get(ownMock.name) ?? []).median
    return {
      rows,
      bars: [
        bar('requests per second beside prism mock', beside.get(ownMock.name)?.median ?? 0, {
          atLeast: 3,
        }),
        bar("command's first answer, s", first / 1000, { atMost: 1 }),
        bar('startMockServer() after the import, s', spreadOf(ownStarts).median / 1000, {
          atMost: 0.3,
        }),
        bar(`bad requests of ${badRequests.length} answered as WeCom would`, ownRight, {
          atLeast: badRequests.length,
        }),
        bar('bad requests that got no answer', ownUnanswered, { atMost: 0 }),
      ],
      notes: ['Scalar, Mockoon and the bare server take any request for a good one.'],
      chart: {
        axis: 'requests per second, prism mock = 1',
        rows: Array.from(beside, ([name, { median }]) => ({ name, value: median })),
      },
    }
  },
}

async function startAll(): Promise<Disposable & { running: Map<string, RunningMock> }> {
  const running = new Map<string, RunningMock>()
  for (const contender of mockContenders) running.set(contender.name, await startMock(contender))
  return {
    running,
    [Symbol.dispose]: () => {
      for (const server of running.values()) server[Symbol.dispose]()
    },
  }
}

async function measureStarts(options: RunOptions): Promise<Map<string, number[]>> {
  const startOnce = async (contender: (typeof mockContenders)[number]) => {
    using server = await startMock(contender)
    return server.firstAnswerMs
  }
  return await alternate(
    new Map(mockContenders.map((contender) => [contender.name, () => startOnce(contender)])),
    scaled(5, options),
    (done, all) => options.progress(`starting: round ${done} of ${all}`),
  )
}

/** How long `startMockServer()` takes in a fresh process, after the import, in milliseconds. */
async function measureOwnStarts(options: RunOptions): Promise<number[]> {
  const module = new URL(
    'dist/index.js',
    import.meta.resolve('@wecom-meeting/mock-server/package.json'),
  )
  const code = `const { startMockServer } = await import(${JSON.stringify(module.href)})
const started = performance.now()
const mock = await startMockServer()
console.log(performance.now() - started)
await mock.close()`
  const figures: number[] = []
  for (let round = 0; round < scaled(5, options); round++) {
    const command = ['--input-type=module', '-e', code]
    figures.push(Number((await promisify(execFile)(process.execPath, command)).stdout))
  }
  return figures
}

async function measureLoad(running: ReadonlyMap<string, RunningMock>, options: RunOptions) {
  const p99 = new Map<string, number[]>(Array.from(running.keys(), (name) => [name, []]))
  const rounds = Array.from(running, ([name, { url }]) => {
    const round = async () => {
      const result = await loadOnce(url)
      p99.get(name)?.push(result.latency.p99)
      return result.requests.average
    }
    return [name, round] as const
  })
  const rates = await alternate(new Map(rounds), scaled(5, options), (done, all) =>
    options.progress(`load: round ${done} of ${all}`),
  )
  return { rates, p99 }
}

async function loadOnce(url: string): Promise<autocannon.Result> {
  const token = await validToken(url)
  const result = await autocannon({
    url: `${url}/cgi-bin/meeting/webinar/get?access_token=${token}`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"meetingid":"MEETINGID"}',
    connections: CONNECTIONS,
    duration: SECONDS,
  })
  if (result.errors > 0 || result.non2xx > 0) {
    throw new Error(`${url} did not answer the valid request: ${result.non2xx} refused.`)
  }
  return result
}
