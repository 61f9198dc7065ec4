import { describe, expect, test } from 'vitest'
import { brokenConnection, fakeWeCom, issued, refused } from '../test/support/fakeWeCom.ts'
import { virtualClock } from '../test/support/virtualClock.ts'
import { createHostClient } from './client.ts'
import { createWeComClient } from './createWeComClient.ts'
import type { WeComApiError, WeComError } from './errors.ts'
import type { WeComClientOptions } from './options.ts'

const meeting = { meetingid: 'm' }
const path = '/cgi-bin/meeting/get_info'
const ok = { errcode: 0, errmsg: 'ok' }

/** A client whose requests `respond` handles; it never waits. */
function clientOf(
  respond: Parameters<typeof fakeWeCom>[0],
  options: Partial<WeComClientOptions> = {},
) {
  const fake = fakeWeCom(respond)
  const settings = { ...fake.credentials, fetch: fake.fetch, sleep: async () => {}, ...options }
  return { ...fake, wecom: createWeComClient(settings as WeComClientOptions) }
}

async function errorOf<Failure = WeComError & { status?: number }>(
  call: PromiseLike<unknown>,
): Promise<Failure> {
  return call.then(
    () => expect.unreachable('the call should have failed'),
    (error) => error,
  )
}

describe('an HTTP error whose body is a refusal of WeCom’s', () => {
  const refuse = (errcode: number, status: number) => Response.json(refused(errcode), { status })

  test.each([400, 401, 403, 404, 429, 500, 502, 503])(
    'with HTTP %i keeps its errcode',
    async (status) => {
      const { wecom, calls } = clientOf(() => refuse(60020, status))
      const error = await errorOf<WeComApiError>(wecom.meetings.get(meeting))
      expect(error).toMatchObject({ name: 'PermissionError', errcode: 60020 })
      expect(error.fix).toContain('203.0.113.7')
      expect(calls).toHaveLength(1)
    },
  )

  test('renews the token', async () => {
    const { wecom, calls } = clientOf((_, nth) => (nth === 1 ? refuse(42001, 401) : ok))
    await wecom.meetings.get(meeting)
    expect(calls.map(({ token }) => token)).toEqual(['token-1', 'token-2'])
  })

  test('is sent again where its errcode says so', async () => {
    const { wecom, calls } = clientOf(() => refuse(-1, 400))
    await expect(wecom.meetings.get(meeting)).rejects.toMatchObject({ name: 'ServerBusyError' })
    expect(calls).toHaveLength(4)
  })

  test('counts for the request for a token too', async () => {
    const fake = fakeWeCom(
      () => ok,
      () => refuse(40001, 403),
    )
    const wecom = createWeComClient({ ...fake.credentials, fetch: fake.fetch })
    await expect(wecom.meetings.get(meeting)).rejects.toMatchObject({ errcode: 40001 })
    await expect(wecom.meetings.get(meeting)).rejects.toMatchObject({ errcode: 40001 })
    expect(fake.tokenRequests).toHaveLength(1)
  })

  test('is handed out by raw unchanged', async () => {
    const { wecom } = clientOf(() => refuse(60020, 403))
    const { data, error, response } = await wecom.raw.POST(path, { body: meeting })
    expect({ data, error, status: response.status }).toEqual({
      data: undefined,
      error: refused(60020),
      status: 403,
    })
  })

  test.each(['', '<html>', '{}', '{"errcode":0}', '{"errcode":"?"}', '[60020]', 'null'])(
    'is told apart from any other body: %s',
    async (body) => {
      const { wecom } = clientOf(() => new Response(body, { status: 403 }))
      await expect(wecom.meetings.get(meeting)).rejects.toMatchObject({
        name: 'HttpError',
        status: 403,
        message: 'getMeeting returned HTTP 403; check the proxy or gateway in between.',
      })
    },
  )
})

test('HTTP 407 asks for the login of the proxy', async () => {
  const { wecom, calls } = clientOf(() => new Response('', { status: 407 }))
  const { message } = await errorOf(wecom.meetings.get(meeting))
  expect(message).toBe(
    'getMeeting returned HTTP 407; put user name and password into the address of the proxy.',
  )
  expect(calls).toHaveLength(1)
})

describe('a redirect', () => {
  const location = 'http://elsewhere.example/?access_token=s3cret'
  const redirect = (status: number) => new Response('', { status, headers: { location } })
  /** What browsers and some runtimes give in the place of a redirect. */
  const opaque = () =>
    Object.defineProperties(Response.error(), { type: { value: 'opaqueredirect' } })

  test.each<[string, () => Response, number, string]>([
    ...[301, 302, 303, 307, 308].map((status): [string, () => Response, number, string] => [
      `HTTP ${status}`,
      () => redirect(status),
      status,
      `a redirect (HTTP ${status})`,
    ]),
    ['an opaque response', opaque, 0, 'a redirect'],
  ])('by %s is an HttpError, and nothing is sent again', async (_, respond, status, what) => {
    const { wecom, calls } = clientOf(respond)
    const typed = await errorOf(wecom.meetings.get(meeting))
    const raw = await errorOf(wecom.raw.POST(path, { body: meeting }))
    for (const error of [typed, raw]) {
      expect(error).toMatchObject({ name: 'HttpError', status, retryable: false })
      expect(error.message).toBe(
        `getMeeting returned ${what}, which is not followed; check the base URL.`,
      )
    }
    expect(calls).toHaveLength(2)
  })

  test('is an HttpError where its body is a refusal too, and the token stays', async () => {
    const redirect = () => Response.json(refused(40014), { status: 302 })
    const { fetch, credentials, calls, tokenRequests } = fakeWeCom(redirect)
    const wecom = createWeComClient({ ...credentials, fetch })
    for (const call of [wecom.meetings.get(meeting), wecom.raw.POST(path, { body: meeting })]) {
      expect(await errorOf(call)).toMatchObject({ name: 'HttpError', status: 302 })
    }
    expect([calls.length, tokenRequests.length]).toEqual([2, 1])
  })

  test('is asked not to be followed, whatever a caller of raw and its middleware say', async () => {
    const inits: (RequestInit | undefined)[] = []
    const fetch: typeof globalThis.fetch = async (_, init) => {
      inits.push(init)
      return Response.json(issued('a-token'))
    }
    const wecom = createWeComClient({ corpId: 'ww-redirect', corpSecret: 's', fetch })
    wecom.raw.use({ onRequest: ({ request }) => new Request(request, { redirect: 'follow' }) })
    await wecom.meetings.get(meeting)
    await wecom.raw.POST(path, { body: meeting, redirect: 'follow' })
    expect(inits.map((init) => init?.redirect)).toEqual(['manual', 'manual', 'manual'])
  })
})

describe('raw', () => {
  test.each([
    'https://elsewhere.example',
    'http://qyapi.weixin.qq.com',
    'https://qyapi.weixin.qq.com.elsewhere.example',
    'https://qyapi.weixin.qq.com:8443',
  ])('sends no token to %s', async (baseUrl) => {
    const { wecom, calls, tokenRequests } = clientOf(() => ok)
    const call = wecom.raw.POST(path, { body: meeting, baseUrl })
    await expect(call).rejects.toThrow(/tokens go to https:\/\/qyapi\.weixin\.qq\.com alone/)
    wecom.raw.use({ onRequest: ({ request }) => new Request(baseUrl + path, request) })
    await expect(wecom.raw.POST(path, { body: meeting })).rejects.toThrow(TypeError)
    expect([calls.length, tokenRequests.length]).toEqual([0, 0])
  })

  test('stays below the path of the base URL', async () => {
    const { wecom, calls } = clientOf(() => ok, { baseUrl: 'https://proxy.example/wecom' })
    const call = wecom.raw.POST('/../other/cgi-bin/meeting/get_info' as typeof path, {
      body: meeting,
    })
    await expect(call).rejects.toThrow(TypeError)
    expect(calls).toEqual([])
  })

  test('honours the retries of a call, also where a middleware replaces its request', async () => {
    const { wecom, calls } = clientOf(() => refused(-1))
    await wecom.raw.POST(path, { body: meeting, maxRetries: 1 })
    expect(calls).toHaveLength(2)
    wecom.raw.use({ onRequest: ({ request }) => new Request(request) })
    await wecom.raw.request('post', path, { body: meeting, maxRetries: 0 })
    expect(calls).toHaveLength(3)
  })

  test('honours waitOnRateLimit of a call', async () => {
    const { wecom, calls } = clientOf((_, nth) => (nth === 1 ? refused(45009) : ok))
    const { data } = await wecom.raw.POST(path, { body: meeting, waitOnRateLimit: true })
    expect([data, calls.length]).toEqual([ok, 2])
  })

  test('honours maxResponseBytes of a call', async () => {
    const { wecom } = clientOf(() => ok)
    const call = wecom.raw.POST(path, { body: meeting, maxResponseBytes: 5 })
    await expect(call).rejects.toMatchObject({ name: 'ResponseFormatError' })
  })

  test.each(['timeout', 'deadline'])('honours the %s of a call', async (name) => {
    const clock = virtualClock()
    const fetch = () => new Promise<never>(() => {})
    const host = { fetch, timer: clock.timer, now: clock.now, clock: clock.now }
    const { raw } = createHostClient({ accessToken: 'a-token', maxRetries: 0 }, host)
    const call = errorOf(raw.POST(path, { body: meeting, [name]: 100 }))
    await clock.advance(100)
    expect(await call).toMatchObject({
      name: 'TimeoutError',
      message: `getMeeting timed out after 100 ms.`,
    })
  })
})

describe('the response that is handed out', () => {
  const headers = {
    'content-encoding': 'gzip',
    'transfer-encoding': 'chunked',
    'content-length': '3',
    'content-type': 'application/json; charset=gbk; version=1',
    'x-request-id': '7',
  }
  const respond = () =>
    new Response('{"errcode":0,"title":"周会"}', { headers, statusText: 'Fine' })

  test('has the headers of its body', async () => {
    const { wecom } = clientOf(respond)
    const { response } = await wecom.meetings.get(meeting).withResponse()
    const list = await wecom.webinars.enrollments.list({ meetingid: 'w' }).withResponse()
    const raw = await wecom.raw.POST(path, { body: meeting, parseAs: 'stream' })
    for (const { headers, status, statusText } of [response, list.response, raw.response]) {
      expect([headers.get('x-request-id'), status, statusText]).toEqual(['7', 200, 'Fine'])
      expect(headers.has('content-encoding')).toBe(false)
      expect(headers.has('transfer-encoding')).toBe(false)
      expect(headers.has('content-length')).toBe(false)
      // Its text is written anew.
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8; version=1')
    }
    expect(await response.json()).toEqual({ errcode: 0, title: '周会' })
    expect(await raw.response.json()).toEqual({ errcode: 0, title: '周会' })
  })
})

describe('a response that is too long', () => {
  const message = (bytes: number) =>
    `getMeeting returned more than ${bytes} bytes, the limit of maxResponseBytes.`

  /** A body that goes on as long as it is read, and how much of it was. */
  function endless(chunk = new Uint8Array(100_000)) {
    const read = { bytes: 0, isCancelled: false }
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        read.bytes += chunk.length
        controller.enqueue(chunk)
      },
      cancel() {
        read.isCancelled = true
      },
    })
    return { body, read }
  }

  test('is cut off there, and not asked for again', async () => {
    const { body, read } = endless()
    const { wecom, calls } = clientOf(() => new Response(body), { maxResponseBytes: 1_000_000 })
    await expect(wecom.meetings.get(meeting)).rejects.toMatchObject({
      name: 'ResponseFormatError',
      operation: 'getMeeting',
      retryable: false,
      message: message(1_000_000),
    })
    expect(calls).toHaveLength(1)
    expect(read.isCancelled).toBe(true)
    expect(read.bytes).toBeLessThanOrEqual(1_300_000)
  })

  test('is so at 64 MB unless told otherwise', async () => {
    const { body, read } = endless(new Uint8Array(4_000_000))
    const { wecom } = clientOf(() => new Response(body))
    await expect(wecom.meetings.get(meeting)).rejects.toThrow(message(64_000_000))
    expect(read.bytes).toBeGreaterThan(64_000_000)
    expect(read.bytes).toBeLessThan(80_000_000)
  })

  test('is so whatever its content-length says', async () => {
    const headers = { 'content-length': '2' }
    const respond = () => new Response(endless().body, { headers })
    const { wecom } = clientOf(respond, { maxResponseBytes: 1000 })
    await expect(wecom.meetings.get(meeting)).rejects.toThrow(message(1000))
  })

  test.each([
    [502, 4],
    [403, 1],
  ])('keeps the status %i that says more, and is sent %i times', async (status, times) => {
    const respond = () => new Response(endless().body, { status })
    const { wecom, calls } = clientOf(respond, { maxResponseBytes: 1000 })
    const error = await errorOf(wecom.meetings.get(meeting))
    expect(error).toMatchObject({ name: 'HttpError', status })
    expect(calls).toHaveLength(times)
  })

  test('is so too where the fetch gives no stream', async () => {
    const text = JSON.stringify({ ...ok, title: 'x'.repeat(1000) })
    const respond = () => Object.defineProperty(new Response(text), 'body', { value: null })
    const { wecom } = clientOf(respond, { maxResponseBytes: text.length - 1 })
    await expect(wecom.meetings.get(meeting)).rejects.toThrow(message(text.length - 1))
    expect(await wecom.meetings.get(meeting, { maxResponseBytes: text.length })).toMatchObject({
      title: 'x'.repeat(1000),
    })
  })

  test('that is not: characters cut in two by the network are put together again', async () => {
    const bytes = new TextEncoder().encode('\ufeff{"errcode":0,"title":"周会 🎉"}')
    const body = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]))
        controller.close()
      },
    })
    const { wecom } = clientOf(() => new Response(body))
    const limit = { maxResponseBytes: bytes.length }
    expect(await wecom.meetings.get(meeting, limit)).toMatchObject({ title: '周会 🎉' })
  })
})

test('a body that breaks off is a broken connection', async () => {
  const body = () =>
    new ReadableStream({
      pull: () => brokenConnection('UND_ERR_SOCKET'),
    })
  const { wecom, calls } = clientOf(() => new Response(body()))
  await expect(wecom.meetings.get(meeting)).rejects.toThrow(/no response .*UND_ERR_SOCKET/)
  expect(calls).toHaveLength(4)
})

describe('a connection that fails', () => {
  const proxyHint = 'put user name and password into the address of the proxy'
  const certificateHint =
    'name your CA in NODE_EXTRA_CA_CERTS or DENO_CERT, or correct the certificate'
  const generalHint = 'check the address, the network and any proxy'
  const origin = 'https://qyapi.weixin.qq.com'
  const failed = (cause: unknown) => new TypeError('fetch failed', { cause })
  const withFields = (error: Error, fields: object) => Object.assign(error, fields)

  // As Node 22, 24 and 26, Bun and Deno throw them.
  test.each<[string, unknown, string, string, string]>([
    [
      'a proxy of Node’s that asks for a login',
      failed(
        withFields(new Error('Request was cancelled.'), {
          code: 0,
          cause: withFields(new Error('Proxy response (407) !== 200 when HTTP Tunneling'), {
            code: 'UND_ERR_ABORTED',
          }),
        }),
      ),
      'the proxy',
      'UND_ERR_ABORTED: Proxy response (407) !== 200 when HTTP Tunneling',
      proxyHint,
    ],
    [
      'a proxy of Bun’s that asks for a login',
      withFields(new Error('Proxy refused to open a tunnel: 407 Proxy Authentication Required'), {
        code: 'ERR_PROXY_TUNNEL',
      }),
      'the proxy',
      'ERR_PROXY_TUNNEL: Proxy refused to open a tunnel: 407 Proxy Authentication Required',
      proxyHint,
    ],
    [
      'a proxy of Deno’s that asks for a login',
      failed(
        new Error('error sending request: client error (Connect): proxy authentication required'),
      ),
      'the proxy',
      'error sending request: client error (Connect): proxy authentication required',
      proxyHint,
    ],
    [
      'a proxy that is down',
      failed(
        withFields(new Error('connect ECONNREFUSED 10.0.0.5:3128'), {
          code: 'ECONNREFUSED',
          port: 3128,
        }),
      ),
      'the proxy',
      'connect ECONNREFUSED 10.0.0.5:3128',
      generalHint,
    ],
    [
      'a proxy that nobody knows',
      failed(
        withFields(new Error('getaddrinfo ENOTFOUND proxy.corp'), {
          code: 'ENOTFOUND',
          hostname: 'proxy.corp',
        }),
      ),
      'the proxy',
      'getaddrinfo ENOTFOUND proxy.corp',
      generalHint,
    ],
    [
      'a name that nobody knows',
      failed(
        withFields(new Error('getaddrinfo ENOTFOUND qyapi.weixin.qq.com'), {
          code: 'ENOTFOUND',
          hostname: 'qyapi.weixin.qq.com',
        }),
      ),
      origin,
      'getaddrinfo ENOTFOUND qyapi.weixin.qq.com',
      generalHint,
    ],
    [
      'several addresses of which none responds',
      failed(
        new AggregateError([
          withFields(new Error('connect ECONNREFUSED 203.0.113.1:443'), {
            code: 'ECONNREFUSED',
            port: 443,
          }),
        ]),
      ),
      origin,
      'connect ECONNREFUSED 203.0.113.1:443',
      generalHint,
    ],
    ...[
      ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'],
      ['SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain'],
      ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify the first certificate'],
      ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unable to get local issuer certificate'],
      ['CERT_HAS_EXPIRED', 'certificate has expired'],
      ['ERR_TLS_CERT_ALTNAME_INVALID', 'Hostname/IP does not match'],
    ].map(([code, said]): [string, unknown, string, string, string] => [
      `a certificate: ${code}`,
      failed(withFields(new Error(said), { code })),
      origin,
      `${code}: ${said}`,
      certificateHint,
    ]),
    [
      'a certificate in Deno',
      failed(new Error('client error (Connect): invalid peer certificate: UnknownIssuer')),
      origin,
      'client error (Connect): invalid peer certificate: UnknownIssuer',
      certificateHint,
    ],
    [
      'a code that is no text',
      withFields(new Error(''), { code: 0 }),
      origin,
      'no reason given',
      generalHint,
    ],
    [
      'a conversion that throws',
      { message: { toString: 1 }, code: {} },
      origin,
      'no reason given',
      generalHint,
    ],
  ])('by %s is named as such', async (_, thrown, where, reason, remedy) => {
    const { wecom } = clientOf(() => Promise.reject(thrown), { maxRetries: 0 })
    const { message, name } = await errorOf(wecom.meetings.get(meeting))
    expect(name).toBe('ConnectionError')
    expect(message).toBe(`getMeeting got no response from ${where} (${reason}); ${remedy}.`)
  })

  test.each([
    [80, 'http://localhost'],
    [3128, 'the proxy'],
  ])('at port %i is told apart from the server at its usual port', async (port, where) => {
    const thrown = failed(withFields(new Error('refused'), { code: 'ECONNREFUSED', port }))
    const options = { baseUrl: 'http://localhost', maxRetries: 0 }
    const { wecom } = clientOf(() => Promise.reject(thrown), options)
    const { message } = await errorOf(wecom.meetings.get(meeting))
    expect(message).toContain(`no response from ${where} (`)
  })
})
