import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { startMockServer } from '../index.ts'
import { call, getToken, paths } from '../testing/callMock.ts'
import { type FakeResponder, respondJson, startFakeService } from '../testing/fakeService.ts'
import { contradictions } from './contradictions.ts'
import { startProxy } from './startProxy.ts'

interface TestProxy extends AsyncDisposable {
  url: string
  /** What is printed of each exchange. */
  exchanges: string[]
  /** Every violation so far, as it is printed. */
  violations(): string[]
}

async function proxyTo(upstream: string, timeout = 5000): Promise<TestProxy> {
  const exchanges: string[] = []
  const proxy = await startProxy({
    upstream: new URL(upstream),
    host: '127.0.0.1',
    port: 0,
    timeout,
    values: false,
    env: {},
    onExchange: (text) => exchanges.push(text),
  })
  return {
    url: proxy.url,
    exchanges,
    violations: () =>
      exchanges.flatMap((text) =>
        text
          .split('\n')
          .slice(1)
          .map((line) => line.trim()),
      ),
    [Symbol.asyncDispose]: () => proxy.close(),
  }
}

const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${url}${paths.getWebinar}?access_token=TOKEN`, { method: 'POST', body, headers })

const refusal = { errcode: 90602, errmsg: 'invalid meetingid' }

/** A proxy to a service that responds as given, and what the proxy says after one good request. */
async function afterOneRequest(respond: FakeResponder): Promise<string[]> {
  await using upstream = await startFakeService(respond)
  await using proxy = await proxyTo(upstream.url)
  await post(proxy.url, '{"meetingid":"m"}')
    .then((response) => response.text())
    .catch(() => '')
  await expect.poll(() => proxy.exchanges.length).toBe(1)
  return proxy.violations()
}

test('the mock behind the proxy keeps to the spec', async () => {
  await using mock = await startMockServer()
  await using proxy = await proxyTo(mock.url)
  const behind = { ...mock, url: proxy.url }
  const token = String((await getToken(behind)).access_token)
  for (const { meetingid } of mock.meetings.slice(1)) {
    const direct = await call(mock, 'getMeeting', { meetingid }, { token })
    expect(await call(behind, 'getMeeting', { meetingid }, { token })).toEqual(direct)
  }
  for (const { meetingid } of mock.webinars.slice(1)) {
    await call(behind, 'getWebinar', { meetingid }, { token })
    await call(behind, 'listWebinarEnrollments', { meetingid }, { token })
  }
  expect(await call(behind, 'getMeeting', { meetingid: 'nobody' }, { token })).toMatchObject({
    errcode: 90602,
  })
  const calls = 2 + mock.meetings.length - 1 + 2 * (mock.webinars.length - 1)
  await expect.poll(() => proxy.exchanges.length).toBe(calls)
  expect(proxy.violations()).toEqual([])
})

describe('what violates the spec is reported', () => {
  test('a field, a type and a code', async () => {
    const violations = await afterOneRequest((_request, response) =>
      respondJson(response, {
        errcode: 0,
        errmsg: 'ok',
        meetingid: 7,
        status: 'MEETING_STATE_PAUSED',
      }),
    )
    expect(violations).toContain('response meetingid: expected string; got an integer')
    expect(violations).toContainEqual(
      expect.stringMatching(
        /^response status: expected one of MEETING_STATE_INVALID, .*; got "MEETING_STATE_PAUSED"$/,
      ),
    )
    expect(violations).toContain('response start_time: expected start_time, required; got nothing')
    expect(violations).toContainEqual(
      expect.stringMatching(/^response body: expected title or subject, required;/),
    )
  })

  test('a status, a content type, no JSON, no body', async () => {
    expect(
      await afterOneRequest((_request, response) =>
        response.writeHead(502, { 'content-type': 'text/html' }).end('<html>'),
      ),
    ).toEqual(['response HTTP status: expected 200; got 502, text/html'])
    expect(
      await afterOneRequest((_request, response) =>
        response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(refusal)),
      ),
    ).toEqual(['response content type: expected application/json; got text/plain'])
    expect(
      await afterOneRequest((_request, response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"errcode":'),
      ),
    ).toEqual(['response body: expected JSON; got broken JSON at byte 11'])
    expect(
      await afterOneRequest((_request, response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(),
      ),
    ).toEqual(['response body: expected JSON; got nothing'])
  })

  test('a response cut in the middle', async () => {
    const violations = await afterOneRequest((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 })
      response.write('{"errcode":0,')
      setTimeout(() => response.destroy(), 20)
    })
    expect(violations).toEqual([
      'response body: expected JSON; got a body that ended before it was complete',
    ])
  })

  const json = { 'content-type': 'application/json' }
  test.each([
    ['{"errcode":90602,"errmsg":"a\u0001b"}', ['raw control character U+0001 at byte 28']],
    ['{"errcode":90602,"errmsg":"中\n\t"}', ['raw control character U+000A at byte 30']],
    ['{"errcode":90602,"errmsg":"a\\\\\u001f"}', ['raw control character U+001F at byte 30']],
    ['{"errcode":90602,\n\t"errmsg":"\\"\\u0001"}', []],
    ['\uFEFF{"errcode":90602,"errmsg":""}', ['a byte-order mark before the JSON']],
    ['{"errcode":90602,"errmsg":"中",}', ['broken JSON at byte 32']],
    ['{"errcode":90602,"errmsg":"\u0001', ['raw control character U+0001 at byte 27']],
    ['{"errcode":90602,"errmsg":"\\\u0001"}', ['broken JSON at byte 28']],
    ['\u0001{}', ['text that is not JSON']],
    [Buffer.from([0x22, 0xff, 0x22]), ['text that is not UTF-8']],
  ])('a body of %j', async (body, problems) => {
    const lines = await afterOneRequest((_request, response) =>
      response.writeHead(200, json).end(body),
    )
    expect(lines).toEqual(problems.map((problem) => `response body: expected JSON; got ${problem}`))
  })

  test('fields beside a raw control character', async () => {
    const lines = await afterOneRequest((_request, response) =>
      response.writeHead(200, json).end('{"errcode":990001,"errmsg":"\u0001","extra":1}'),
    )
    expect(lines).toEqual([
      'response body: expected JSON; got raw control character U+0001 at byte 28',
      'response extra: expected no field of this name; got an integer',
      "response errcode: expected one of the spec's x-errcodes; got 990001",
    ])
  })

  test('of the request as well, while it is forwarded as it stands', async () => {
    await using upstream = await startFakeService((_request, response) =>
      respondJson(response, refusal),
    )
    await using proxy = await proxyTo(upstream.url)
    expect(await (await post(proxy.url, '{"meetingid":')).json()).toEqual(refusal)
    await fetch(proxy.url + paths.getMeeting)
    await expect.poll(() => proxy.exchanges.length).toBe(2)
    expect(proxy.violations()).toEqual([
      'request body: expected JSON; got broken JSON at byte 13',
      'request method: expected POST; got GET',
    ])
    expect(upstream.received[0]?.body).toBe('{"meetingid":')
  })
})

describe('forwarding', () => {
  test('paths outside the spec are forwarded and named, under the base path of the service', async () => {
    await using upstream = await startFakeService((request, response) =>
      respondJson(response, { url: request.url }),
    )
    await using proxy = await proxyTo(`${upstream.url}/base/`)
    const response = await fetch(`${proxy.url}/cgi-bin/user/get?access_token=T&userid=u`)
    expect(await response.json()).toEqual({
      url: '/base/cgi-bin/user/get?access_token=T&userid=u',
    })
    await expect
      .poll(() => proxy.exchanges)
      .toEqual([
        expect.stringMatching(
          /GET \/cgi-bin\/user\/get \(not in the spec\) {2}200 .*forwarded, not compared/,
        ),
      ])
  })

  test('end-to-end headers pass both ways, hop-by-hop ones do not', async () => {
    await using upstream = await startFakeService((_request, response) => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'x-back': '1',
        'x-hop': '1',
        connection: 'x-hop',
      })
      response.end(JSON.stringify(refusal))
    })
    await using proxy = await proxyTo(upstream.url)
    const received = await sendLines(proxy.url, [
      `POST ${paths.getWebinar}?access_token=T HTTP/1.1`,
      'Host: elsewhere.example',
      'X-Forth: 1',
      'X-Hop: 1',
      'Connection: close, x-hop',
      'Proxy-Authorization: Basic c2VjcmV0',
      'Content-Length: 17',
      '',
      '{"meetingid":"m"}',
    ])
    const sent = upstream.received[0]?.rawHeaders.join('\n') ?? ''
    expect(sent).toMatch(/^X-Forth\n1$/m)
    expect(sent).toMatch(new RegExp(`^Host\\n${new URL(upstream.url).host}$`, 'm'))
    expect(sent).not.toMatch(/x-hop|proxy-authorization|elsewhere/i)
    expect(received).toMatch(/^x-back: 1\r$/m)
    expect(received).not.toMatch(/x-hop/)
  })

  test('a chunked body arrives whole', async () => {
    await using upstream = await startFakeService((_request, response) =>
      respondJson(response, refusal),
    )
    await using proxy = await proxyTo(upstream.url)
    await sendLines(proxy.url, [
      `POST ${paths.getWebinar}?access_token=T HTTP/1.1`,
      'Host: h',
      'Connection: close',
      'Transfer-Encoding: chunked',
      '',
      '11',
      '{"meetingid":"m"}',
      '0',
      '',
      '',
    ])
    expect(upstream.received[0]?.body).toBe('{"meetingid":"m"}')
    expect(proxy.violations()).toEqual([])
  })

  test('a body over 64 MiB is refused, and a response over it passed on without being compared', async () => {
    const big = Buffer.alloc(64 * 1024 * 1024 + 1, ' ')
    await using upstream = await startFakeService((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(big),
    )
    await using proxy = await proxyTo(upstream.url)
    const refused = await fetch(`${proxy.url}/upload`, { method: 'POST', body: big })
    expect([refused.status, await refused.json()]).toEqual([
      413,
      { error: 'the request body is over 67108864 bytes' },
    ])
    expect(upstream.received).toEqual([])
    const passed = await post(proxy.url, '{"meetingid":"m"}')
    expect((await passed.arrayBuffer()).byteLength).toBe(big.length)
    await expect
      .poll(proxy.violations)
      .toEqual(['response body: expected JSON; got a body that is over 67108864 bytes'])
  })

  test('a client that goes away is not taken for a fault of the service', async () => {
    await using upstream = await startFakeService(() => undefined)
    await using proxy = await proxyTo(upstream.url)
    const abort = new AbortController()
    const gone = fetch(`${proxy.url}/slow`, { signal: abort.signal }).catch(() => 'gone')
    await expect.poll(() => upstream.received.length).toBe(1)
    abort.abort()
    expect(await gone).toBe('gone')
    await expect.poll(() => proxy.exchanges.join()).toContain('the client closed the connection')
  })

  test('nor one that goes away in the middle of its request or of the response', async () => {
    await using upstream = await startFakeService((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 })
      response.write('{"errcode":0,')
    })
    await using proxy = await proxyTo(upstream.url)
    const target = `POST ${paths.getWebinar}?access_token=T HTTP/1.1`
    const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1')
    socket.write(`${target}\r\nHost: h\r\nContent-Length: 100\r\n\r\n{"meetingid"`)
    setTimeout(() => socket.destroy(), 100)
    await expect.poll(() => proxy.exchanges.length).toBe(1)
    const abort = new AbortController()
    const url = `${proxy.url}${paths.getWebinar}?access_token=T`
    const options = { method: 'POST', body: '{"meetingid":"m"}', signal: abort.signal }
    expect((await fetch(url, options)).status).toBe(200)
    abort.abort()
    await expect.poll(() => proxy.exchanges.length).toBe(2)
    const closed = expect.stringMatching(/no response .*the client closed the connection/)
    expect(proxy.exchanges).toEqual([closed, closed])
    expect(proxy.violations()).toEqual([])
  })

  test('a compressed response passes unchanged and is compared', async () => {
    await using upstream = await startFakeService((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
      response.end(gzipSync(JSON.stringify({ errcode: 990_001, errmsg: 'x' })))
    })
    await using proxy = await proxyTo(upstream.url)
    const response = await post(proxy.url, '{"meetingid":"m"}')
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(await response.json()).toMatchObject({ errcode: 990_001 })
    await expect
      .poll(proxy.violations)
      .toEqual(["response errcode: expected one of the spec's x-errcodes; got 990001"])
  })

  test('a service that closes the connection or stays silent gets the caller a 502 that says so', async () => {
    let silent = false
    await using upstream = await startFakeService((_request, response) => {
      if (!silent) response.destroy()
    })
    await using proxy = await proxyTo(upstream.url, 100)
    const closed = await post(proxy.url, '{"meetingid":"m"}')
    silent = true
    const late = await post(proxy.url, '{"meetingid":"m"}')
    expect([closed.status, late.status]).toEqual([502, 502])
    expect(await closed.json()).toEqual({
      error: `${upstream.url} closed the connection before it responded`,
    })
    expect(await late.json()).toEqual({
      error: expect.stringContaining(`${upstream.url} did not respond in time`),
    })
    await expect
      .poll(() => proxy.exchanges)
      .toEqual([
        expect.stringMatching(/no response .*closed the connection/),
        expect.stringMatching(/no response .*did not respond/),
      ])
  })
})

describe('a service that does not keep to HTTP gets the caller a 502', () => {
  test.each([
    [
      'another protocol',
      'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n',
      'closed the',
    ],
    ['no HTTP', '\0garbage\r\n\r\n', 'sent something that is not HTTP (HPE_'],
    ['a head without end', 'HTTP/1.1 200 OK\r\nContent-Le', 'did not respond in time'],
    [
      'a head that is too long',
      `HTTP/1.1 200 OK\r\na: ${'b'.repeat(200_000)}\r\n\r\n`,
      'not HTTP (HPE_',
    ],
    ['a status below 100', 'HTTP/1.1 099 OK\r\nContent-Length: 0\r\n\r\n', 'that is not HTTP'],
  ])('%s', async (_name, bytes, message) => {
    await using upstream = await startFakeService((_request, { socket }) => {
      socket?.write(bytes)
    })
    await using proxy = await proxyTo(upstream.url, 300)
    const response = await post(proxy.url, '{"meetingid":"m"}')
    expect(response.status).toBe(502)
    expect(await response.json()).toEqual({ error: expect.stringContaining(message) })
    expect(proxy.exchanges).toEqual([expect.stringContaining(message)])
  })
})

describe('what a service sends is passed on, however odd', () => {
  test.each([
    ['a control character in the reason', '200 O\u0001K', 200],
    ['a 407 of its own', '407 Proxy Authentication Required', 407],
    ['an unassigned status', '999 Other', 999],
  ])('%s', async (_name, line, status) => {
    await using upstream = await startFakeService((_request, { socket }) => {
      socket?.write(`HTTP/1.1 ${line}\r\nContent-Length: 2\r\n\r\n{}`)
    })
    await using proxy = await proxyTo(upstream.url)
    // Fetch hides a 407.
    const head = ['GET / HTTP/1.1', 'Host: h', 'Connection: close', '', '']
    const received = await sendLines(proxy.url, head)
    expect(received).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [^]*\\r\\n\\r\\n\\{\\}$`))
  })
})

describe('lists in lists, 500,000 deep, are compared in every field', () => {
  const deep = '['.repeat(500_000) + ']'.repeat(500_000)
  test.each(['getMeeting', 'getWebinar', 'listWebinarEnrollments'] as const)('%s', async (id) => {
    const names = contradictions.map(([, , field]) => field.split('.')[0])
    const fields = [...new Set(names)].map((name) => `"${name}":${deep}`)
    await using upstream = await startFakeService((_request, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(`{${fields.join().replace(/"errcode":[^,]+,/, '')}}`),
    )
    await using proxy = await proxyTo(upstream.url)
    await fetch(proxy.url + paths[id], { method: 'POST', body: deep }).then((one) => one.text())
    await expect.poll(() => proxy.exchanges.length, { timeout: 20_000 }).toBe(1)
    expect(proxy.violations()).toContain('request body: expected object; got an array of 1: array')
  })
})

test('a service that is not there stops the start', async () => {
  await expect(proxyTo('http://127.0.0.1:1')).rejects.toThrow(
    'http://127.0.0.1:1 cannot be reached: nothing listens there; check the host and the port',
  )
})

/** Sends bytes as they are; fetch would refuse some of these headers. */
function sendLines(url: string, lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = ''
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.on('data', (chunk) => {
      received += chunk
    })
    socket.on('end', () => resolve(received))
    socket.on('error', reject)
    socket.write(lines.join('\r\n'))
  })
}
