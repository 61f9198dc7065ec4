import type { RequestListener } from 'node:http'
import { MockSetupError } from '../errors.ts'
import { listen } from '../http/listen.ts'
import { loadSpec } from '../spec/loadSpec.ts'
import { createComparison } from './compareExchange.ts'
import { collectNames } from './compareSchema.ts'
import { createForward } from './forward.ts'
import { Report } from './Report.ts'
import { SavedFixtures } from './SavedFixtures.ts'
import { Secrets } from './Secrets.ts'
import { describeFailure } from './upstream.ts'

/** As `options.json` describes them. */
export interface ProxyOptions {
  upstream: URL
  host: string
  port: number
  spec?: string | undefined
  timeout: number
  values?: boolean
  save?: string
  /** Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are looked up. */
  env: NodeJS.ProcessEnv
  /** Called with what is to be printed of each exchange, once its response is complete. */
  onExchange: (text: string) => void
}

export interface RunningProxy {
  readonly url: string
  readonly report: Report
  /** What the service responded, as fixtures. */
  readonly saved: SavedFixtures
  /** Resolves when what was under way is in the report. */
  close(): Promise<void>
}

/**
 * Forwards everything to a service and compares requests and responses with the spec.
 *
 * @throws {MockSetupError} when the service cannot be reached, the port is taken or the spec cannot
 * be used.
 */
export async function startProxy(options: ProxyOptions): Promise<RunningProxy> {
  const { upstream, timeout, env, host, port, values = false } = options
  const spec = await loadSpec(options.spec)
  const secrets = new Secrets()
  const report = new Report(secrets, collectNames(spec.operations), values)
  const saved = new SavedFixtures(spec, secrets, values)
  const compare = createComparison(spec, secrets)
  const forward = await createForward(upstream, timeout, env).catch((error: unknown) => {
    throw new MockSetupError(describeFailure(error, upstream, env), { cause: error })
  })
  const handle = async (...exchanged: Parameters<RequestListener>) => {
    const exchange = compare(await forward(...exchanged))
    if (options.save !== undefined) saved.add(exchange)
    options.onExchange(report.add(exchange))
  }
  const underWay = new Set<Promise<void>>()
  const listener: RequestListener = (...exchanged) => {
    const handled = handle(...exchanged).finally(() => underWay.delete(handled))
    underWay.add(handled)
  }
  const { url, close: stopListening } = await listen({ host, port, listener })
  const close = async () => {
    await stopListening()
    await Promise.all(underWay)
  }
  return { url, report, saved, close }
}
