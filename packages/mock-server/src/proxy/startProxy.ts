import type { IncomingMessage, ServerResponse } from 'node:http'
import { MockSetupError } from '../errors/MockSetupError.ts'
import { closed, listen } from '../front/listen.ts'
import { requestTarget } from '../front/requestTarget.ts'
import { createRoutes } from '../front/routes.ts'
import { loadSpec } from '../spec/loadSpec.ts'
import { closedOperation } from './closedOperation.ts'
import { Findings, type JudgedExchange } from './Findings.ts'
import { createForwarder, type Forwarded } from './forward.ts'
import { judgedExchange, type Verdict } from './judgedExchange.ts'
import { KnownSecrets } from './KnownSecrets.ts'
import { upstreamFailure } from './upstreamFailure.ts'

export interface ProxyOptions {
  upstream: URL
  host: string
  port: number
  /** Path of another OpenAPI document than the project's own. */
  spec?: string | undefined
  /** Told of every exchange once its answer has come; `isNew` when it held something not seen before. */
  onExchange: (exchange: JudgedExchange, isNew: boolean) => void
  /** Told, in one line, when the proxy itself fails on an exchange. */
  onFault: (message: string) => void
  /** The clock: milliseconds since 1970. */
  now: () => number
  /** Milliseconds that the service may send nothing. */
  timeout: number
}

export interface RunningProxy {
  readonly url: string
  readonly findings: Findings
  readonly secrets: KnownSecrets
  close(): Promise<void>
}

/**
 * Forwards everything to a service and holds what goes to and fro against the spec.
 *
 * @throws {MockSetupError} when the service cannot be reached, the port is taken or the spec cannot
 * be used.
 */
export async function startProxy(options: ProxyOptions): Promise<RunningProxy> {
  const { operations, errorTexts } = await loadSpec(options.spec)
  const closedOperations = new Map(operations.map((one) => [one.path, closedOperation(one)]))
  const routes = createRoutes(operations)
  const forwarder = createForwarder(options.upstream, options.timeout)
  const findings = new Findings()
  const secrets = new KnownSecrets()
  const { server, url } = await opened()

  async function opened(): ReturnType<typeof listen> {
    try {
      await forwarder.reach().catch((error: unknown) => {
        throw new MockSetupError(upstreamFailure(error, options.upstream), { cause: error })
      })
      return await listen({ host: options.host, port: options.port, listener })
    } catch (error) {
      forwarder.close()
      throw error
    }
  }

  function listener(request: IncomingMessage, response: ServerResponse): void {
    exchange(request, response).catch((error: unknown) => {
      options.onFault(`an exchange could not be judged: ${(error as Error).message}`)
    })
  }

  async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const time = options.now()
    const started = performance.now()
    const forwarded = await forwarder.forward(request, response)
    const { path, query } = requestTarget(request.url)
    const { method = '' } = request
    const { answer, failure } = forwarded
    const judged: JudgedExchange = {
      time,
      operationId: closedOperations.get(path)?.operation.operationId,
      method,
      path,
      status: answer?.status,
      duration: performance.now() - started,
      ...judge(method, path, query, forwarded),
      ...(failure ? { failure } : {}),
    }
    options.onExchange(judged, findings.add(judged))
  }

  function judge(
    method: string,
    path: string,
    query: Record<string, string | string[]>,
    forwarded: Forwarded,
  ): Verdict {
    const route = routes.find(method, path)
    const operation = closedOperations.get(path)
    secrets.learn(query)
    if (!route || !operation) return { departures: [], evidence: [], errcode: undefined }
    if ('operation' in route) {
      return judgedExchange(operation, query, forwarded, { errorTexts, secrets })
    }
    const wrong = { place: '', expected: route.wantedMethod, came: method }
    return {
      departures: [{ side: 'request', kind: 'wrong-method', ...wrong }],
      evidence: [],
      errcode: undefined,
    }
  }

  async function close(): Promise<void> {
    await closed(server)
    forwarder.close()
  }
  return { url, findings, secrets, close }
}
