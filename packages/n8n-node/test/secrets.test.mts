import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchThrough } from '../nodes/shared/fetch.ts'
import { WeComMeeting } from '../nodes/WeComMeeting/WeComMeeting.node.ts'
import { execute, failureOf } from './support/execute.mts'
import { type HttpRequest, httpRequest, legacyRequest } from './support/httpRequest.mts'

const SECRET = 's3cret-of-the-app'
const TOKEN = 'token-that-was-issued-0123456789'
const corp = { corpId: 'ww0123456789abcdef', corpSecret: SECRET }
const operations = {
  meeting: ['/meeting/get_info', { resource: 'meeting', operation: 'get', meeting: 'm1' }],
  webinar: ['/webinar/get', { resource: 'webinar', operation: 'get', webinar: 'w1' }],
  enrollments: [
    '/enroll/list',
    { resource: 'webinarEnrollment', operation: 'getAll', webinar: 'w1' },
  ],
} as const
const raw = { simplify: false, options: { rawOutput: true } }

const servers: Server[] = []

afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(servers.splice(0).map((server) => server[Symbol.asyncDispose]()))
})

async function listening(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  make: (listener: typeof answer) => Server = createServer,
): Promise<string> {
  const server = make(answer)
  servers.push(server)
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A WeCom that gives a token and redirects what ends in `path` to another server. */
async function redirecting(path: string, status: number) {
  const elsewhere: string[] = []
  const other = await listening(({ url, headers }, response) => {
    elsewhere.push(`${url} ${JSON.stringify(headers)}`)
    response.end(JSON.stringify({ errcode: 0, access_token: TOKEN, meetingid: 'stolen' }))
  })
  const own = await listening(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://own')
    const isRedirect = pathname.endsWith(path)
    response.writeHead(isRedirect ? status : 200, {
      ...(isRedirect && { location: `http://${other}/?private=target-query` }),
    })
    // With a body that would do, for a reader that does not look at the status.
    response.end(JSON.stringify({ errcode: 0, access_token: TOKEN, expires_in: 7200, title: 't' }))
  })
  return { url: `http://${own}`, elsewhere }
}

describe.each([301, 302, 303, 307, 308])('a redirect with status %i', (status) => {
  const calls = Object.entries(operations).flatMap(([name, [path, parameters]]) => [
    [name, path, parameters] as const,
    [`${name}, raw`, path, { ...parameters, ...raw }] as const,
    [`${name}, of the token`, '/gettoken', parameters] as const,
  ])

  it.each(calls)('is not followed: %s', async (_, path, parameters) => {
    const { url, elsewhere } = await redirecting(path, status)

    const error = await failureOf({ wecom: { ...corp, url }, parameters: { ...parameters } })

    expect(elsewhere).toEqual([])
    expect(error.message).toContain(String(status))
    expect(error.message).toContain('redirects to another address')
    const shown = `${error.message} ${error.description} ${JSON.stringify(error)}`
    for (const hidden of ['target-query', SECRET, TOKEN]) expect(shown).not.toContain(hidden)
  })

  it.each(['/gettoken', '/meeting/get_info'])('fails the credential test: %s', async (path) => {
    const { url, elsewhere } = await redirecting(path, status)

    const { status: outcome, message } = await testCredential({ baseUrl: url })

    expect(outcome).toBe('Error')
    expect(elsewhere).toEqual([])
    expect(message).toContain(`HTTP ${status}`)
    for (const hidden of ['target-query', SECRET, TOKEN]) expect(message).not.toContain(hidden)
  })
})

describe('a token that the refusal repeats', () => {
  it.each(Object.entries(operations))('is shown nowhere: %s', async (_, [path, parameters]) => {
    const url = `http://${await listening(({ url = '' }, response) => {
      const isToken = url.includes('/gettoken')
      const refusal = { errcode: 40058, errmsg: `bad request: ${url}, hint: [${TOKEN}]` }
      const token = { errcode: 0, access_token: TOKEN, expires_in: 7200 }
      response.end(JSON.stringify(isToken ? token : refusal))
    })}`
    for (const how of [{}, raw]) {
      const error = await failureOf({
        wecom: { ...corp, url },
        parameters: { ...parameters, ...how },
      })
      expect(error.message).toContain(path)
      expect(`${error.message} ${error.description} ${JSON.stringify(error)}`).not.toContain(TOKEN)
    }
  })
})

describe('the fields of the credential', () => {
  const ok = (base: string) => ({ baseUrl: base, ...corp })

  it.each([
    ['\n', ' '],
    ['\u00a0', '\r\n'],
    ['\t', '\u3000'],
  ])('are used without %j and %j around them', async (before, behind) => {
    const asked: URL[] = []
    const url = `http://${await listening(({ url = '' }, response) => {
      asked.push(new URL(url, 'http://own'))
      response.end(JSON.stringify({ errcode: 0, access_token: TOKEN, title: 't' }))
    })}`
    const stored = Object.fromEntries(
      Object.entries({ ...corp, url }).map(([name, value]) => [name, before + value + behind]),
    ) as typeof corp & { url: string }

    await execute({ wecom: stored, parameters: { ...operations.meeting[1] } })
    const { status } = await testCredential({ ...stored, baseUrl: stored.url })

    expect(status).toBe('OK')
    const [first] = asked
    expect(Object.fromEntries(first?.searchParams ?? [])).toEqual({
      corpid: corp.corpId,
      corpsecret: SECRET,
    })
  })

  it.each([123_456_789, 123_456_780n])('may be numbers: %s', async (corpSecret) => {
    const urls: string[] = []
    const wecom = {
      url: 'https://wecom.example',
      corpId: 'ww-number',
      corpSecret: corpSecret as never,
    }
    await failureOf({
      wecom,
      parameters: { ...operations.meeting[1] },
      httpRequest: async ({ url }) => {
        urls.push(url)
        return { body: '{"errcode":40001}', headers: {}, statusCode: 200 }
      },
    })
    expect(urls[0]).toContain(`corpsecret=${corpSecret}`)
  })

  it.each<[object, RegExp]>([
    [{ corpId: '' }, /^Corp ID of the credential is empty/],
    [{ corpId: null }, /^Corp ID of the credential is empty/],
    [{ corpSecret: ' \n' }, /^Secret of the credential is empty/],
    [{ corpSecret: 's3c ret' }, /^Secret of the credential has white space or an invisible/],
    [{ corpSecret: 's3c\nret' }, /^Secret of the credential has white space or an invisible/],
    [{ corpId: 'ww0 1' }, /^Corp ID of the credential has white space or an invisible/],
    [{ corpSecret: 's3c\u200bret' }, /^Secret of the credential has white space or an invisible/],
    [{ corpId: 'ww\u0000' }, /^Corp ID of the credential has white space or an invisible/],
    [
      { baseUrl: 'https://a.example\u00ad' },
      /^Base URL of the credential has white space or an inv/,
    ],
    [{ corpSecret: 537.53 }, /^Secret of the credential is neither text nor a whole number/],
    [{ corpSecret: ['s3c'] }, /^Secret of the credential is neither text nor a whole number/],
    [{ corpId: true }, /^Corp ID of the credential is neither text nor a whole number/],
    [{ baseUrl: 'https://wecom.example\n/x' }, /^Base URL of the credential has white space/],
    [{ baseUrl: 'https://zhang:pa55@wecom.example' }, /^Base URL .+ user name or a password in it/],
    [{ baseUrl: 'https://:pa55@wecom.example' }, /^Base URL .+ user name or a password in it/],
    [{ baseUrl: 'https://pa55@wecom.example' }, /^Base URL .+ user name or a password in it/],
    [{ baseUrl: 'https://wecom.example/?access_token=pa55' }, /^Base URL .+ with a query/],
    [{ baseUrl: 'https://wecom.example/#pa55' }, /^Base URL .+ with a query or fragment/],
    [{ baseUrl: 'blob:https://wecom.example/pa55' }, /^Base URL .+ does not start with https:/],
    [{ baseUrl: 'zhang:pa55@wecom.example' }, /^Base URL .+ does not start with https:/],
    [{ baseUrl: 'http://wecom.example' }, /^Base URL .+ http only to this machine or with Allow/],
    [{ baseUrl: 'https://' }, /^Base URL of the credential is no address/],
    [{ baseUrl: 'https://zhang:pa55' }, /^Base URL of the credential is no address/],
    [{ baseUrl: 'http://wecom.example/;corpsecret=pa55' }, /^Base URL .+ is http to another/],
  ])('are refused before anything is sent: %j', async (entered, message) => {
    const sent: string[] = []
    const record: HttpRequest = async ({ url }) => {
      sent.push(url)
      throw new Error('nothing should be sent')
    }
    const tested = await testCredential({ ...ok('https://wecom.example'), ...entered }, record)
    const wecom = { url: 'https://wecom.example', ...corp, ...entered }
    const { baseUrl = wecom.url } = entered as { baseUrl?: string }
    const error = await failureOf({
      wecom: { ...wecom, url: baseUrl },
      parameters: { ...operations.meeting[1] },
      httpRequest: record,
    })

    expect(tested.status).toBe('Error')
    for (const said of [tested.message, error.message]) {
      expect(said).toMatch(message)
      expect(said).not.toMatch(/pa55|s3c|\n/)
    }
    expect(sent).toEqual([])
  })
})

describe('a connection that cannot be made', () => {
  it('because of a certificate is called so, and how it is trusted', async () => {
    const pems = await generate([{ name: 'commonName', value: 'localhost' }])
    const url = `https://${await listening(
      (_, response) => response.end('{}'),
      (listener) => createHttpsServer({ key: pems.private, cert: pems.cert }, listener),
    )}`

    const { status, message } = await testCredential({ baseUrl: url })
    const error = await failureOfNode(url)

    expect(status).toBe('Error')
    for (const said of [message, error.message]) {
      expect(said).toMatch(/server's certificate is not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\)/)
      expect(said).toContain('NODE_EXTRA_CA_CERTS')
    }
  })

  it.each([
    ['CERT_HAS_EXPIRED', 'has expired'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'is for another name'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'is not trusted'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'is not trusted'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'is not trusted'],
  ])('because of %s names the certificate', async (code, said) => {
    const failing = failingWith({ code })
    const { message } = await testCredential({ baseUrl: 'https://wecom.example' }, failing)
    expect(message).toContain(`server's certificate ${said} (${code})`)
  })

  it.each(['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER'])(
    'because the server speaks http or another TLS (%s) says so',
    async (code) => {
      const failing = failingWith({ code })
      const { message } = await testCredential({ baseUrl: 'https://wecom.example' }, failing)
      expect(message).toContain(`No https at that address (${code})`)
      expect(message).toContain('check its port, and whether it is http')
    },
  )

  it.each<[string, object, string]>([
    ['refuses', { code: 'ECONNREFUSED', address: '10.0.0.1', port: 3128 }, '10.0.0.1:3128'],
    ['has no such name', { code: 'ENOTFOUND', hostname: 'proxy.invalid' }, 'proxy.invalid'],
    [
      'refuses on each address',
      { code: 'ECONNREFUSED', errors: [{ address: '::1', port: 3128 }, { address: '127.0.0.1' }] },
      '::1:3128',
    ],
  ])('because the proxy %s names the proxy', async (_, cause, proxy) => {
    const { code } = cause as { code: string }
    const failing = failingWith({ code, cause: Object.assign(new Error(), cause) })
    const url = 'https://wecom.example'
    const tested = await testCredential({ baseUrl: url }, failing)
    const error = await failureOfNode(url, failing)
    for (const said of [tested.message, error.message]) {
      expect(said).toContain(`The proxy at ${proxy} does not respond (${code})`)
      expect(said).toContain('HTTPS_PROXY')
      expect(said).not.toContain('Nothing listens at that address')
    }
  })

  it('because the server refuses does not name a proxy', async () => {
    const cause = { code: 'ECONNREFUSED', address: '10.0.0.2', port: 443 }
    const failing = failingWith({ ...cause, cause: Object.assign(new Error(), cause) })
    const { message } = await testCredential({ baseUrl: 'https://wecom.example' }, failing)
    expect(message).toContain('Nothing listens at that address (ECONNREFUSED)')
    expect(message).not.toContain('The proxy at')
  })

  it('with status 407 says what the proxy wants', async () => {
    // As n8n's helper gives it, of http and https addresses alike.
    const refusing: HttpRequest = async () => ({ body: '', headers: {}, statusCode: 407 })
    const tested = await testCredential({ baseUrl: 'https://wecom.example' }, refusing)
    const error = await failureOfNode('https://wecom.example', refusing)
    for (const said of [tested.message, error.message]) {
      expect(said).toContain('The proxy requires a user name and a password (HTTP 407)')
    }
  })
})

it("n8n's request helper is told to follow no redirect, whatever is asked of fetch", async () => {
  const asked: unknown[] = []
  const fetchOne = fetchThrough(async (options) => {
    asked.push(options.disableFollowRedirect)
    return { body: '', headers: {}, statusCode: 200 }
  })
  for (const redirect of [undefined, 'follow', 'error', 'manual'] as const) {
    await fetchOne('https://wecom.example/', redirect ? { redirect } : {})
  }
  expect(asked).toEqual([true, true, true, true])
})

/** Fails as n8n's helper does: with the whole request on the error. */
function failingWith(fields: object): HttpRequest {
  return async (options) => {
    throw Object.assign(new Error('from n8n'), fields, { config: options })
  }
}

async function failureOfNode(url: string, request?: HttpRequest) {
  // Waits between the attempts last no time.
  vi.spyOn(Math, 'random').mockReturnValue(0)
  return failureOf({
    wecom: { ...corp, url },
    parameters: { ...operations.meeting[1] },
    ...(request && { httpRequest: request }),
  })
}

function testCredential(entered: object, request: HttpRequest = httpRequest) {
  vi.spyOn(Math, 'random').mockReturnValue(0)
  return new WeComMeeting().methods.credentialTest.weComMeetingApiTest.call(
    legacyRequest(request),
    { id: '1', name: 'WeCom', type: 'weComMeetingApi', data: { ...corp, ...entered } },
  )
}
