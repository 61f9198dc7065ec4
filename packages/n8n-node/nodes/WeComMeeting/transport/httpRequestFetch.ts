import type { IExecuteFunctions, IHttpRequestMethods, IN8nHttpFullResponse } from 'n8n-workflow'

/** A function that does what the runtime's `fetch` does. */
export type Fetch = typeof fetch

type HttpRequest = IExecuteFunctions['helpers']['httpRequest']

/**
 * A `fetch` that sends through n8n's own request helper, so that n8n's proxy, TLS and SSRF settings
 * hold for WeCom too. It takes an address and text, as the client sends them: building a `Request`
 * for each call would cost more than the rest of it. It follows no redirect, whatever is asked.
 *
 * The answer's body stays text: parsed by the helper, ids beyond 2^53 would lose digits.
 */
export function httpRequestFetch(httpRequest: HttpRequest): Fetch {
  return async (input, init = {}) => {
    if (input instanceof Request) throw new TypeError('Expected an address, not a Request.')
    const { method = 'GET', headers, body, signal } = init
    return httpRequest({
      method: method as IHttpRequestMethods,
      url: String(input),
      headers: Object.fromEntries(headers instanceof Headers ? headers : new Headers(headers)),
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
}

function toResponse({ body, headers, statusCode }: IN8nHttpFullResponse): Response {
  // The older helper gives undefined for an empty body.
  return new TextResponse(String(body ?? ''), {
    status: statusCode,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, String(one)]),
    ),
  })
}

/**
 * A `Response` to a body that is there as text already. A stock one makes a stream of it, only to
 * collect the text again: for an answer of WeCom's that took longer than parsing it.
 */
class TextResponse extends Response {
  readonly #text: string

  constructor(text: string, init: ResponseInit) {
    super(null, init)
    this.#text = text
  }

  override text = async (): Promise<string> => this.#text
}

/** What Node says of a connection that could not be made, and where it led. */
interface SocketError {
  code?: unknown
  address?: string
  port?: number
  hostname?: string
  cause?: SocketError
  /** One for each address that the name stands for. */
  errors?: SocketError[]
}

/** Name of the error of a proxy that does not answer; its message says which one, where that is known. */
export const PROXY_FAILURE = 'ProxyFailure'

/** The helper's own error carries the whole request, token included: only its code goes on. */
function connectionFailure(thrown: unknown, asked: URL): TypeError {
  const error = Object(thrown) as SocketError
  const { code } = error
  if (typeof code !== 'string') return new TypeError('fetch failed')
  const proxy = proxyBehind(error, asked)
  const cause = Object.assign(new Error(proxy ?? code), { code })
  if (proxy !== undefined) cause.name = PROXY_FAILURE
  return new TypeError(code, { cause })
}

/** Where a connection led, if that was not to the server that was asked for. */
function proxyBehind(error: SocketError, { hostname, port, protocol }: URL): string | undefined {
  const socket = error.cause?.errors?.[0] ?? error.errors?.[0] ?? error.cause ?? error
  if (socket.hostname !== undefined && socket.hostname !== hostname) return socket.hostname
  const askedPort = Number(port) || (protocol === 'https:' ? 443 : 80)
  if (socket.port !== undefined && socket.port !== askedPort)
    return `${socket.address}:${socket.port}`
  return undefined
}
