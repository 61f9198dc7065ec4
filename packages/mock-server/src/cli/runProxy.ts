import { renameSync, writeFileSync } from 'node:fs'
import { MockSetupError } from '../errors/MockSetupError.ts'
import { OptionError } from '../errors/OptionError.ts'
import { isJsonObject } from '../json.ts'
import { checkRange, checkText } from '../options.ts'
import { startProxy } from '../proxy/startProxy.ts'
import { parseUpstream } from '../proxy/upstream.ts'
import { readSpecFile } from '../spec/readSpecFile.ts'
import { reach } from './reach.ts'

export interface ProxyCommandOptions {
  upstream: string
  port: number
  host: string
  timeout: number
  record?: string
  spec?: string
  values?: boolean
  allowInsecure?: boolean
  failOnDeparture?: boolean
}

/** Forwards and reports until the process is told to stop; then prints the summary. */
export async function runProxy(options: ProxyCommandOptions): Promise<void> {
  const { host, port, timeout, spec, record, values = false } = options
  checkRange('port', port, [0, 65_535])
  checkText('host', host)
  checkRange('timeout', timeout, [1, 0x7fff_ffff])
  const upstream = parseUpstream(options.upstream, options.allowInsecure ?? false)
  const { info, servers } = readSpecFile(spec)
  const from = new Date().toISOString()
  let timer: NodeJS.Timeout | undefined
  const onExchange = (text: string) => {
    console.log(text)
    // A crash loses what was found in the last second.
    if (record !== undefined) timer ??= setTimeout(write, 1000, record)
  }
  const settings = { upstream, host, port, spec, timeout, values, env: process.env, onExchange }
  const { url, report, close } = await startProxy(settings)
  // The address of a private deployment says whose it is.
  const isPublic =
    Array.isArray(servers) && servers.some((server) => server.url === upstream.origin)
  const context = {
    spec: isJsonObject(info) ? `${info.title} ${info.version}` : 'unknown',
    upstream: isPublic ? upstream.origin : "another address than the spec's",
    from,
  }
  if (record !== undefined) {
    await createFile(record).catch(async (error) => {
      await close()
      throw error
    })
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end())
  console.log(
    `Forwarding ${url} to ${upstream.href.replace(/\/$/, '')} (${reach(url)}). Stop it with Ctrl+C for the summary.`,
  )
  console.log(`Give your client ${url} as its base URL.\n`)

  function write(path: string): void {
    timer = undefined
    try {
      writeFileSync(`${path}.new`, report.toJson({ ...context, to: new Date().toISOString() }))
      renameSync(`${path}.new`, path)
    } catch (error) {
      console.error(`wecom-meeting-mock: ${path} cannot be written: ${(error as Error).message}`)
    }
  }

  async function end(): Promise<void> {
    await close()
    clearTimeout(timer)
    if (record !== undefined) write(record)
    console.log(`\n${report.summarize()}`)
    if (record !== undefined) console.log(`\nThe same as JSON: ${record}`)
    if (options.failOnDeparture && report.hasViolations) process.exitCode = 1
  }
}

/** A rare violation must not be overwritten. */
async function createFile(path: string): Promise<void> {
  try {
    writeFileSync(path, '', { flag: 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST')
      throw new MockSetupError(`${path} cannot be written (${code}); check that its folder exists`)
    throw new OptionError(`${path} exists already; choose another file for --record, or move it`)
  }
}
