/** A request that the fake was sent. */
export interface SentRequest {
  /** The path, without the query. */
  path: string
  /** The token in the query. */
  token: string | undefined
  url: URL
  body: unknown
  headers: Headers
  signal: AbortSignal | undefined
}

/** What the fake returns: a JSON body, a whole response, or by throwing, a broken connection. */
export type FakeResponse =
  | Response
  | Record<string, unknown>
  | Promise<Response | Record<string, unknown>>

export interface FakeWeCom {
  fetch: typeof fetch
  /** Requests for a token so far. */
  tokenRequests: SentRequest[]
  /** Every other request so far. */
  calls: SentRequest[]
  /** Differs from fake to fake, so that no test finds another's token in the process's memory. */
  credentials: { corpId: string; corpSecret: string }
}

let fakes = 0

/**
 * A WeCom of the test's own behind a `fetch`, with no network in between. Tokens are `token-1`,
 * `token-2` and so on, unless `respondToken` says otherwise.
 */
export function fakeWeCom(
  respond: (request: SentRequest, nth: number) => FakeResponse,
  respondToken: (request: SentRequest, nth: number) => FakeResponse = (_, nth) =>
    issued(`token-${nth}`),
): FakeWeCom {
  const tokenRequests: SentRequest[] = []
  const calls: SentRequest[] = []
  async function fakeFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = sentRequest(String(input), init)
    const isToken = request.path === '/cgi-bin/gettoken'
    const sent = isToken ? tokenRequests : calls
    sent.push(request)
    const response = await (isToken ? respondToken : respond)(request, sent.length)
    return response instanceof Response ? response : Response.json(response)
  }
  fakes += 1
  const credentials = { corpId: `ww-fake-${fakes}`, corpSecret: `secret-of-fake-${fakes}` }
  return { fetch: fakeFetch as typeof fetch, tokenRequests, calls, credentials }
}

/** How WeCom hands out a token. */
export function issued(token: string, expires_in = 7200): Record<string, unknown> {
  return { errcode: 0, errmsg: 'ok', access_token: token, expires_in }
}

/** How WeCom refuses. */
export function refused(errcode: number, text = 'refused'): Record<string, unknown> {
  const link = `https://open.work.weixin.qq.com/devtool/query?e=${errcode}`
  const tail = `hint: [1732271470123456789012345], from ip: 203.0.113.7, more info at ${link}`
  return { errcode, errmsg: `${text}, ${tail}` }
}

/** Breaks the connection as Node's fetch does: a TypeError with the reason in its cause. */
export function brokenConnection(code = 'ECONNRESET'): never {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
}

function sentRequest(input: string, init: RequestInit = {}): SentRequest {
  const url = new URL(input)
  return {
    path: url.pathname,
    token: url.searchParams.get('access_token') ?? undefined,
    url,
    body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    headers: new Headers(init.headers),
    signal: init.signal ?? undefined,
  }
}
