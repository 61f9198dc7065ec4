import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { specPath } from '@wecom-meeting/spec'
import autocannon from 'autocannon'
import getPort from 'get-port'
import { type Benchmark, bar, type RunOptions } from './Benchmark.ts'
import { alternate, medianRatio, row } from './measure.ts'

const CONNECTIONS = 10
const SECONDS = 2
const START_LIMIT_MS = 60_000
const OWN = '@wecom-meeting/mock-server'
const PRISM = 'prism mock -v fatal'
const CREDENTIALS = { corpid: 'wwbench0123456789', corpsecret: 'bench-secret' }
const { resolve } = createRequire(import.meta.url)
const fileOf = (name: string, path: string) => join(dirname(resolve(`${name}/package.json`)), path)
const COMMANDS = {
  [PRISM]: [fileOf('@stoplight/prism-cli', 'dist/index.js'), 'mock', '-v', 'fatal', specPath],
  [OWN]: [
    fileOf(OWN, 'dist/cli/main.js'),
    ...['--corp-id', CREDENTIALS.corpid, '--corp-secret', CREDENTIALS.corpsecret],
  ],
}

/** Throughput and start of the mock beside plain Prism. */
export const mock: Benchmark = {
  name: 'mock',
  title: 'How does the mock server compare with plain Prism?',
  method: `Both serve this project’s OpenAPI document as commands, as they are published. ${OWN} has tokens, state, validation and journal on; Prism validates, and returns the first example. Requests: ${CONNECTIONS} connections ask for the sample webinar for ${SECONDS} seconds, by turns. First response: from the start of the process.`,
  async run(options) {
    const starts = await measureStarts(options)
    const rates = await measureLoad(options)
    return {
      rows: [OWN, PRISM].map((server) => ({
        server,
        ...row(rates, server, 'requests/s', 'beside prism'),
        ...row(starts, server, 'first response ms', 'first response beside prism'),
      })),
      bars: [
        bar('mock: requests per second beside prism', medianRatio(rates, OWN), '≥', 3),
        bar('mock: first response beside prism', medianRatio(starts, OWN), '≤', 0.6),
      ],
    }
  },
}

async function measureStarts(options: RunOptions) {
  const start = async (name: keyof typeof COMMANDS) => {
    using server = await startServer(name)
    return server.firstResponseMs
  }
  return await alternate({ [PRISM]: () => start(PRISM), [OWN]: () => start(OWN) }, 9, {
    ...options,
    progress: (text) => options.progress(`starts: ${text}`),
  })
}

async function measureLoad(options: RunOptions) {
  using own = await startServer(OWN)
  using prism = await startServer(PRISM)
  const rates = await alternate(
    { [PRISM]: () => requestsPerSecond(prism.url), [OWN]: () => requestsPerSecond(own.url) },
    9,
    { ...options, progress: (text) => options.progress(`load: ${text}`) },
  )
  const journal = await fetch(`${own.url}/__mock/requests`)
  const [entry] = (await journal.json()) as object[]
  if (!entry) throw new Error('The mock kept no journal: the comparison would not be fair.')
  return rates
}

async function requestsPerSecond(baseUrl: string): Promise<number> {
  const url = `${baseUrl}/cgi-bin/meeting/webinar/get?access_token=${await validToken(baseUrl)}`
  const request = {
    method: 'POST' as const,
    headers: { 'content-type': 'application/json' },
    body: '{"meetingid":"MEETINGID"}',
  }
  const webinar = (await (await fetch(url, request)).json()) as { title?: string }
  if (webinar.title !== 'TITLE') throw new Error(`${baseUrl} does not return the sample webinar.`)
  const load = { url, ...request, connections: CONNECTIONS, duration: SECONDS }
  const { errors, non2xx, requests } = await autocannon(load)
  if (errors + non2xx > 0) throw new Error(`${baseUrl} refused ${errors + non2xx} valid requests.`)
  return requests.average
}

interface RunningServer extends Disposable {
  url: string
  /** From the start of the process. */
  firstResponseMs: number
}

async function startServer(name: keyof typeof COMMANDS): Promise<RunningServer> {
  const port = await getPort({ host: '127.0.0.1' })
  const url = `http://127.0.0.1:${port}`
  const started = performance.now()
  const command = [...COMMANDS[name], '--port', String(port)]
  const child = spawn(process.execPath, command, { stdio: 'ignore' })
  // Any response counts.
  while (!(await validToken(url).catch(() => undefined))) {
    if (child.exitCode !== null || performance.now() - started > START_LIMIT_MS) {
      child.kill()
      throw new Error(`${name} did not respond within ${START_LIMIT_MS / 1000} seconds.`)
    }
    await wait(5)
  }
  const firstResponseMs = performance.now() - started
  return { url, firstResponseMs, [Symbol.dispose]: () => child.kill() }
}

async function validToken(baseUrl: string): Promise<string> {
  const response = await fetch(`${baseUrl}/cgi-bin/gettoken?${new URLSearchParams(CREDENTIALS)}`)
  const { access_token } = (await response.json()) as { access_token: string }
  return access_token
}
