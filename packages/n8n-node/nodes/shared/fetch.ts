import type { IExecuteFunctions, IHttpRequestMethods, IN8nHttpFullResponse } from 'n8n-workflow'

/** n8n's request helper. */
export type HttpRequest = IExecuteFunctions['helpers']['httpRequest']

/**
 * A `fetch` that sends through n8n's own request helper, so that n8n's proxy, TLS and SSRF settings
 * apply to WeCom too. It takes a URL, headers as an object and text, as the client sends them, and never
 * follows a redirect.
 *
 * The response body stays text: parsed by the helper, IDs beyond 2^53 would lose digits.
 */
export function fetchThrough(httpRequest: HttpRequest): typeof fetch {
  return async (input, { method = 'GET', headers, body, signal } = {}) =>
    httpRequest({
      method: method as IHttpRequestMethods,
      url: String(input),
      // n8n adds to them.
      headers: { ...(headers as Record<string, string>) },
      body: body === undefined || body === null ? undefined : String(body),
      encoding: 'text',
      returnFullResponse: true,
      ignoreHttpStatusErrors: true,
      disableFollowRedirect: true,
      ...(signal && { abortSignal: signal }),
    }).then(toResponse, (error: unknown) => {
      signal?.throwIfAborted()
      throw connectionFailure(error, new URL(String(input)))
    })
}

/** What the client reads of a response; the platform's makes a stream of its text, only to collect it again. */
function toResponse({ body, headers, statusCode: status }: IN8nHttpFullResponse): Response {
  const received = {
    ok: status >= 200 && status < 300,
    status,
    statusText: '',
    headers: new Headers(
      Object.entries(headers).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, String(one)]),
      ),
    ),
    // n8n's older helper returns undefined for an empty body.
    text: async () => String(body ?? ''),
  }
  return received as Response
}

/** What Node reports about a connection that failed, and where it went; `errors` has one for each address. */
type SocketError = { code?: unknown; address?: string; port?: number; hostname?: string } & {
  cause?: SocketError
  errors?: SocketError[]
}

/** Name of the error of a proxy that does not respond; its message is the proxy's address. */
export const PROXY_FAILURE = 'ProxyFailure'

/** The helper's own error carries the whole request, token included: only its code is kept. */
function connectionFailure(thrown: unknown, requested: URL): TypeError {
  const error = Object(thrown) as SocketError
  const { code } = error
  if (typeof code !== 'string') return new TypeError('fetch failed')
  const proxy = proxyBehind(error, requested)
  const name = proxy === undefined ? 'Error' : PROXY_FAILURE
  return new TypeError(code, { cause: Object.assign(new Error(proxy ?? code), { code, name }) })
}

/** Where a connection went, if that was not the requested server. */
function proxyBehind(error: SocketError, { hostname, port, protocol }: URL): string | undefined {
  const socket = error.cause?.errors?.[0] ?? error.errors?.[0] ?? error.cause ?? error
  if (socket.hostname !== undefined && socket.hostname !== hostname) return socket.hostname
  const requestedPort = Number(port) || (protocol === 'https:' ? 443 : 80)
  if (socket.port === undefined || socket.port === requestedPort) return undefined
  return `${socket.address}:${socket.port}`
}
