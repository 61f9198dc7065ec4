import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { MockSetupError, OptionError } from '../errors.ts'
import { describeReach } from '../http/listen.ts'
import { isJsonObject } from '../json.ts'
import optionsSchema from '../proxy/options.json' with { type: 'json' }
import { type ProxyOptions, startProxy } from '../proxy/startProxy.ts'
import { parseUpstream } from '../proxy/upstream.ts'
import { readSpecFile } from '../spec/readSpecFile.ts'
import { createFieldCheck, type FieldSchema } from '../validateFields.ts'

export interface ProxyCommandOptions extends Omit<ProxyOptions, 'upstream' | 'env' | 'onExchange'> {
  upstream: string
  record?: string
  allowInsecure?: boolean
  failOnDeparture?: boolean
}

/** Forwards and reports until the process is told to stop; then prints the summary. */
export async function runProxy(options: ProxyCommandOptions): Promise<void> {
  createFieldCheck(optionsSchema as FieldSchema, 'proxy')(options)
  const upstream = parseUpstream(options.upstream, options.allowInsecure ?? false)
  const { info, servers } = readSpecFile(options.spec)
  // The address of a private deployment says whose it is.
  const isPublic =
    Array.isArray(servers) && servers.some((server) => server.url === upstream.origin)
  const context = {
    spec: isJsonObject(info) ? `${info.title} ${info.version}` : 'unknown',
    upstream: isPublic ? upstream.origin : "another address than the spec's",
    from: new Date().toISOString(),
  }
  let timer: NodeJS.Timeout | undefined
  let pause = 1000
  const onExchange = (text: string) => {
    console.log(text)
    // A crash loses what was found in the last second, or longer where writing takes long.
    timer ??= setTimeout(writeAll, pause)
  }
  const settings = { ...options, upstream, env: process.env, onExchange }
  const { url, report, saved, close } = await startProxy(settings)
  const files = [
    {
      option: '--record',
      path: options.record,
      said: 'The same as JSON',
      write: () => report.toJson({ ...context, to: new Date().toISOString() }),
    },
    {
      option: '--save',
      path: options.save,
      said: 'Fixtures for wecom-meeting-mock --fixtures',
      write: () => saved.toYaml(),
    },
  ].flatMap(({ path, ...file }) => (path === undefined ? [] : [{ ...file, path }]))
  for (const [index, { option, path }] of files.entries()) {
    try {
      // A rare violation must not be overwritten.
      writeFileSync(path, '', { flag: 'wx' })
    } catch (error) {
      await close()
      for (const begun of files.slice(0, index)) rmSync(begun.path)
      const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST'
      if (!isThere) throw new MockSetupError(describeWriteError(path, error))
      throw new OptionError(`${path} exists already; choose another file for ${option}, or move it`)
    }
  }
  let isEnding = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end())
  console.log(
    `Forwarding ${url} to ${upstream.href.replace(/\/$/, '')} (${describeReach(url)}). Stop it with Ctrl+C for the summary.`,
  )
  console.log(`Give your client ${url} as its base URL.\n`)

  /** Returns what is said of the files that could be written. */
  function writeAll(): string[] {
    timer = undefined
    const started = performance.now()
    const written = files.flatMap(({ path, said, write }) => {
      const unfinished = `${path}.${process.pid}`
      try {
        writeFileSync(unfinished, write())
        renameSync(unfinished, path)
        return [`${said}: ${path}`]
      } catch (error) {
        console.error(`wecom-meeting-mock: ${describeWriteError(path, error)}`)
        return []
      }
    })
    pause = Math.max(1000, 10 * (performance.now() - started))
    return written
  }

  async function end(): Promise<void> {
    // It takes a second at most; whoever presses Ctrl+C again must not lose the record.
    if (isEnding) return
    isEnding = true
    await close()
    clearTimeout(timer)
    const written = writeAll()
    console.log(`\n${report.summarize()}`)
    for (const line of written) console.log(`\n${line}`)
    const isLost = written.length < files.length
    if (isLost || (options.failOnDeparture && report.hasViolations)) process.exitCode = 1
  }
}

function describeWriteError(path: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  return `${path} cannot be written (${code}); check that its folder exists`
}
