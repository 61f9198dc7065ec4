import type { IncomingMessage, ServerResponse } from 'node:http'
import { MockSetupError } from '../errors/MockSetupError.ts'
import { closed, listen } from '../front/listen.ts'
import { loadSpec } from '../spec/loadSpec.ts'
import { createExchangeComparison } from './compareExchange.ts'
import { collectNames } from './compareSchema.ts'
import { createForwarder } from './forward.ts'
import { Report } from './Report.ts'
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
  /** Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are looked up. */
  env: NodeJS.ProcessEnv
  /** Called with what is to be printed of each exchange, once its response is complete. */
  onExchange: (text: string) => void
}

export interface RunningProxy {
  readonly url: string
  readonly report: Report
  close(): Promise<void>
}

/**
 * Forwards everything to a service and compares requests and responses with the spec.
 *
 * @throws {MockSetupError} when the service cannot be reached, the port is taken or the spec cannot
 * be used.
 */
export async function startProxy(options: ProxyOptions): Promise<RunningProxy> {
  const { upstream, timeout, values, env, host, port } = options
  const spec = await loadSpec(options.spec)
  const secrets = new Secrets()
  const report = new Report(secrets, collectNames(spec.operations), values)
  const compareExchange = createExchangeComparison(spec, secrets)
  const forwarder = await createForwarder(upstream, timeout, env).catch((error: unknown) => {
    throw new MockSetupError(describeFailure(error, upstream, env), { cause: error })
  })

  async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const time = Date.now()
    const started = performance.now()
    // A client that was told to use this as its HTTP proxy sends the whole URL as the target.
    const target = (request.url ?? '').replace(/^https?:\/\/[^/?#]*/i, '').replace(/^(?!\/)/, '/')
    const { method = '' } = request
    const forwarded = await forwarder.forward(target, request, response)
    const duration = performance.now() - started
    const { failure, response: { status } = {} } = forwarded
    const comparison = compareExchange(method, target, forwarded)
    options.onExchange(report.add({ ...comparison, time, duration, status, failure }))
  }

  const listener = (request: IncomingMessage, response: ServerResponse) =>
    void exchange(request, response)
  try {
    const { server, url } = await listen({ host, port, listener })
    const close = () => closed(server).then(forwarder.close)
    return { url, report, close }
  } catch (error) {
    forwarder.close()
    throw error
  }
}
