import type { IncomingMessage, ServerResponse } from 'node:http'
import { MockSetupError } from '../errors.ts'
import { closed, listen } from '../http/listen.ts'
import { loadSpec } from '../spec/loadSpec.ts'
import { createComparison } from './compareExchange.ts'
import { collectNames } from './compareSchema.ts'
import { createForward } from './forward.ts'
import { Report } from './Report.ts'
import { SavedFixtures } from './SavedFixtures.ts'
import { Secrets } from './Secrets.ts'
import { describeFailure } from './upstream.ts'

export interface ProxyOptions {
  upstream: URL
  host: string
  port: number
  /** Path of another OpenAPI document than the project's own. */
  spec?: string | undefined
  /** Milliseconds that the service may send nothing. */
  timeout: number
  /** Whether values are shown, and not only their types and shapes. */
  values: boolean
  /** Whether responses are kept as fixtures. */
  saves?: boolean
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
  const { upstream, timeout, env, host, port } = options
  const spec = await loadSpec(options.spec)
  const secrets = new Secrets()
  const report = new Report(secrets, collectNames(spec.operations), options.values)
  const saved = new SavedFixtures(spec, secrets, options.values)
  const compare = createComparison(spec, secrets)
  const forward = await createForward(upstream, timeout, env).catch((error: unknown) => {
    throw new MockSetupError(describeFailure(error, upstream, env), { cause: error })
  })
  const underWay = new Set<Promise<void>>()
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const exchange = compare(await forward(request, response))
    if (options.saves) saved.add(exchange)
    options.onExchange(report.add(exchange))
  }
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const handled = handle(request, response).finally(() => underWay.delete(handled))
    underWay.add(handled)
  }
  const { server, url } = await listen({ host, port, listener })
  const close = () =>
    closed(server)
      .then(() => Promise.all(underWay))
      .then(() => undefined)
  return { url, report, saved, close }
}
