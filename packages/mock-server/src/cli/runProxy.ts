import { checkRange, checkText } from '../options.ts'
import { checkedUpstream } from '../proxy/checkedUpstream.ts'
import { exchangeText } from '../proxy/exchangeText.ts'
import { RecordFile } from '../proxy/RecordFile.ts'
import { record } from '../proxy/record.ts'
import { type RunningProxy, startProxy } from '../proxy/startProxy.ts'
import { summaryText } from '../proxy/summaryText.ts'
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
}

/** Forwards and reports until the process is told to stop; then the summary. */
export async function runProxy(options: ProxyCommandOptions): Promise<void> {
  checkRange('port', options.port, [0, 65_535])
  checkText('host', options.host)
  checkRange('timeout', options.timeout, [1, 0x7fff_ffff])
  const upstream = checkedUpstream(options.upstream, options.allowInsecure ?? false)
  const values = options.values ?? false
  const document = readSpecFile(options.spec)
  const from = Date.now()
  const proxy: RunningProxy = await startProxy({
    upstream,
    host: options.host,
    port: options.port,
    spec: options.spec,
    timeout: options.timeout,
    now: Date.now,
    onFault: complain,
    onExchange: (exchange, isNew) => {
      print(exchangeText(exchange, { values }))
      if (isNew) keep()
    },
  })
  const file = await recordFile(options.record, proxy)
  keep()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end())
  print(announcement(proxy, upstream))

  function print(text: string): void {
    console.log(proxy.secrets.masked(text))
  }

  function keep(): void {
    const context = { document, upstream, from, to: Date.now(), values }
    const text = JSON.stringify(record(proxy.findings, context))
    try {
      file?.write(JSON.parse(proxy.secrets.masked(text)))
    } catch (error) {
      complain(`${options.record} cannot be written: ${(error as Error).message}`)
    }
  }

  async function end(): Promise<void> {
    await proxy.close()
    keep()
    print(`\n${summaryText(proxy.findings, { values })}`)
    if (options.record) print(`\nThe same as JSON: ${options.record}`)
  }
}

/** Made only once the proxy runs: a service that cannot be reached leaves no empty file behind. */
async function recordFile(
  path: string | undefined,
  proxy: RunningProxy,
): Promise<RecordFile | undefined> {
  if (path === undefined) return undefined
  try {
    return new RecordFile(path)
  } catch (error) {
    await proxy.close()
    throw error
  }
}

function complain(message: string): void {
  console.error(`wecom-meeting-mock: ${message}`)
}

function announcement({ url }: RunningProxy, upstream: URL): string {
  return [
    `Forwarding ${url} to ${upstream.origin}${upstream.pathname.replace(/\/$/, '')} (${reach(url)}). Stop it with Ctrl+C for the summary.`,
    `Give your client ${url} as its base URL.`,
    '',
  ].join('\n')
}
