import type { IExecuteFunctions, IHttpRequestMethods, IN8nHttpFullResponse } from 'n8n-workflow'
import { TextResponse } from './TextResponse.ts'

/** A function that does what the runtime's `fetch` does. */
export type Fetch = typeof fetch

type HttpRequest = IExecuteFunctions['helpers']['httpRequest']

/**
 * A `fetch` that sends through n8n's own request helper, so that n8n's proxy, TLS and SSRF settings
 * hold for WeCom too. It takes an address and text, as the client sends them: building a `Request`
 * for each call would cost more than the rest of it.
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
      throw connectionFailure(error)
    })
  }
}

function toResponse({ body, headers, statusCode }: IN8nHttpFullResponse): Response {
  return new TextResponse(String(body), {
    status: statusCode,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, String(one)]),
    ),
  })
}

/** The helper's own error carries the whole request, token included: only its code goes on. */
function connectionFailure(error: unknown): TypeError {
  const { code } = error as { code?: unknown }
  if (typeof code !== 'string') return new TypeError('fetch failed')
  return new TypeError(code, { cause: Object.assign(new Error(code), { code }) })
}
