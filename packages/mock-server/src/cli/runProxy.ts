import { renameSync, writeFileSync } from 'node:fs'
import { MockSetupError, OptionError } from '../errors.ts'
import { describeReach } from '../http/listen.ts'
import { isJsonObject } from '../json.ts'
import { checkRange, checkText } from '../options.ts'
import { type ProxyOptions, startProxy } from '../proxy/startProxy.ts'
import { parseUpstream } from '../proxy/upstream.ts'
import { readSpecFile } from '../spec/readSpecFile.ts'

export interface ProxyCommandOptions
  extends Pick<ProxyOptions, 'port' | 'host' | 'timeout' | 'spec'> {
  upstream: string
  record?: string
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
  if (record !== undefined) checkText('record', record)
  const upstream = parseUpstream(options.upstream, options.allowInsecure ?? false)
  const { info, servers } = readSpecFile(spec)
  // The address of a private deployment says whose it is.
  const isPublic =
    Array.isArray(servers) && servers.some((server) => server.url === upstream.origin)
  const context = {
    spec: isJsonObject(info) ? `${info.title} ${info.version}` : 'unknown',
    upstream: isPublic ? upstream.origin : "another address than the spec's",
    from: new Date().toISOString(),
  }
  let timer: NodeJS.Timeout | undefined
  const onExchange = (text: string) => {
    console.log(text)
    // A crash loses what was found in the last second.
    if (record !== undefined) timer ??= setTimeout(write, 1000, record)
  }
  const settings = { upstream, host, port, spec, timeout, values, env: process.env, onExchange }
  const { url, report, close } = await startProxy(settings)
  try {
    // A rare violation must not be overwritten.
    if (record !== undefined) writeFileSync(record, '', { flag: 'wx' })
  } catch (error) {
    await close()
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST'
    if (!isThere) throw new MockSetupError(describeWriteError(record, error))
    throw new OptionError(`${record} exists already; choose another file for --record, or move it`)
  }
  let isEnding = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end())
  console.log(
    `Forwarding ${url} to ${upstream.href.replace(/\/$/, '')} (${describeReach(url)}). Stop it with Ctrl+C for the summary.`,
  )
  console.log(`Give your client ${url} as its base URL.\n`)

  function write(path: string): boolean {
    timer = undefined
    const unfinished = `${path}.${process.pid}`
    try {
      writeFileSync(unfinished, report.toJson({ ...context, to: new Date().toISOString() }))
      renameSync(unfinished, path)
      return true
    } catch (error) {
      console.error(`wecom-meeting-mock: ${describeWriteError(path, error)}`)
      return false
    }
  }

  async function end(): Promise<void> {
    // It takes a second at most; whoever presses Ctrl+C again must not lose the record.
    if (isEnding) return
    isEnding = true
    await close()
    clearTimeout(timer)
    const isRecorded = record !== undefined && write(record)
    console.log(`\n${report.summarize()}`)
    if (isRecorded) console.log(`\nThe same as JSON: ${record}`)
    const isLost = record !== undefined && !isRecorded
    if (isLost || (options.failOnDeparture && report.hasViolations)) process.exitCode = 1
  }
}

function describeWriteError(path: string | undefined, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  return `${path} cannot be written (${code}); check that its folder exists`
}
