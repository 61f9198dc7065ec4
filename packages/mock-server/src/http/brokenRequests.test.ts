import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../index.ts'
import { getToken, paths } from '../testing/callMock.ts'

/** Hangs up soon, for what never ends by itself. */
let mock: MockServer
/** For whole requests, however slowly they come. */
let patient: MockServer
let target: string

beforeAll(async () => {
  mock = await startMockServer({ bodyTimeout: 1000 })
  patient = await startMockServer()
  await getToken(patient)
  target = `${paths.getMeeting}?access_token=${(await getToken(mock)).access_token}`
})
afterAll(() => Promise.all([mock.close(), patient.close()]))

async function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const response = await fetch(patient.url + target, { method: 'POST', body, headers })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

/** Sends bytes as they are and gives everything that comes back until the mock hangs up. */
function sendRaw(...parts: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(mock.url).port), '127.0.0.1')
    let received = ''
    socket.on('data', (chunk) => {
      received += chunk
    })
    socket.on('close', () => resolve(received))
    socket.on('error', reject)
    for (const part of parts) socket.write(part)
  })
}

const json = (text: string): Buffer => Buffer.from(text)

describe('a body that is not good JSON gets HTTP 200, 40058 and the warning', () => {
  test.each<[string, Buffer]>([
    ['cut', json('{"meetingid":"a"')],
    ['a form', json('meetingid=a')],
    ['XML', json('<xml/>')],
    ['spaces', json('   ')],
    ['NaN', json('NaN')],
    ['undefined', json('undefined')],
    ['two values', json('{}{}')],
    ['a comment', json('{"meetingid":"a"} // a')],
    ['a byte-order mark', json('\uFEFF{"meetingid":"a"}')],
    ['UTF-16', Buffer.from('\uFEFF{"meetingid":"a"}', 'utf16le')],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['a zero byte', Buffer.from([0])],
    ['gzip', Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 0x03])],
    ['a single surrogate, cut', json('"\\ud800')],
    ['brackets without end', json('['.repeat(100_000))],
  ])('%s', async (_name, body) => {
    const { status, body: received } = await post(new Uint8Array(body))
    expect(status).toBe(200)
    expect(received).toMatchObject({
      errcode: 40058,
      errmsg: expect.stringMatching(/^Warning: wrong json format\. .*hint: \[\d+\], from ip: /),
    })
  })
})

describe('a body that is JSON but not the right one gets HTTP 200 and its errcode', () => {
  test.each([
    ['null', 40058],
    ['true', 40058],
    ['0', 40058],
    ['""', 40058],
    ['[]', 40058],
    ['['.repeat(100_000) + ']'.repeat(100_000), 40058],
    ['{"meetingid":{}}', 40058],
    ['{"meetingid":1e400}', 40058],
    ['{}', 40063],
    ['{"__proto__":{"meetingid":"a"}}', 40063],
    ['{"meetingid":""}', 40063],
    ['{"meetingid":"a","meetingid":"b"}', 90602],
    ['{"meetingid":"\\u0000\\ud800"}', 90602],
    [`{"meetingid":"${'x'.repeat(1_000_000)}"}`, 90602],
  ])('%.40s: %i', async (body, errcode) => {
    expect(await post(body)).toMatchObject({ status: 200, body: { errcode } })
  })

  test('none at all: 40063', async () => {
    expect(await post('')).toMatchObject({ status: 200, body: { errcode: 40063 } })
  })

  test('over 1 MB: 40058, without cutting the caller off', async () => {
    const { status, body: received } = await post(`{"meetingid":"${'x'.repeat(5_000_000)}"}`)
    expect(status).toBe(200)
    expect(received).toMatchObject({
      errcode: 40058,
      errmsg: expect.stringContaining('the request body is over 1048576 bytes'),
    })
    expect(String(received.errmsg)).not.toContain('Warning')
  })
})

// WeCom's pages ask for JSON and name no content type.
describe('several requests on one connection', () => {
  const good = (path: string, body = '{"meetingid":"XXXXXXXXX"}') =>
    `POST ${path} HTTP/1.1\r\ncontent-length: ${body.length}\r\n\r\n${body}`
  const errcodesOf = (received: string) =>
    Array.from(received.matchAll(/"errcode":(-?\d+)/g), ([, errcode]) => Number(errcode))

  test.each<[string, (path: string) => string, number[], isRefused: boolean]>([
    ['good ones and garbage', (path) => `${good(path)}${good(path)}garbage\r\n\r\n`, [0, 0], true],
    // As a client does that counts characters where it should count bytes.
    [
      'a length that is too short',
      (path) => good(path).replace('content-length: 25', 'content-length: 20'),
      [40058],
      true,
    ],
    [
      'a good one, then one with broken chunks',
      (path) => `${good(path)}POST ${path} HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n`,
      [0, 40058],
      false,
    ],
    [
      'broken chunks where no body is read',
      (path) => `PUT ${path} HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n`,
      [40058],
      false,
    ],
  ])('%s: each gets a response, and the journal has it', async (...row) => {
    const [, requests, errcodes, isRefused] = row
    const after = Math.max(0, ...mock.requests().map(({ number }) => number))
    const received = await sendRaw(requests(target))
    expect(errcodesOf(received)).toEqual(errcodes)
    expect(/\}HTTP\/1\.1 400 Bad Request\r\n/.test(received)).toBe(isRefused)
    const entries = mock.requests({ after }).sort((one, other) => one.number - other.number)
    expect(entries.map(({ response: { errcode } = {} }) => errcode)).toEqual(errcodes)
  })

  test('where nothing is asked, nothing is sent back', async () => {
    expect(await sendRaw('')).toBe('')
  })
})

describe('any content type is read as JSON', () => {
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'nonsense'])('%s', async (type) => {
    const body = JSON.stringify({ meetingid: 'XXXXXXXXX' })
    expect((await post(body, { 'content-type': type })).body).toMatchObject({ errcode: 0 })
  })
})

describe('bytes that are no HTTP, or no HTTP that Node takes, get its 400', () => {
  test.each<[string, (path: string) => string]>([
    ['no HTTP at all', () => 'nonsense\r\n\r\n'],
    ['an unknown method', (path) => `BREW ${path} HTTP/1.1\r\nhost: a\r\n\r\n`],
    ['a header without colon', (path) => `POST ${path} HTTP/1.1\r\nnonsense\r\n\r\n`],
    [
      'a header that is too long',
      (path) => `POST ${path} HTTP/1.1\r\na: ${'b'.repeat(20_000)}\r\n\r\n`,
    ],
    [
      'two lengths',
      (path) => `POST ${path} HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}`,
    ],
    ['a head that never ends', (path) => `POST ${path} HTTP/1.1\r\nhost: a\r\n`],
  ])('%s', async (_name, bytes) => {
    const before = mock.requests().length
    expect(await sendRaw(bytes(target))).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(mock.requests()).toHaveLength(before)
  })

  test('CONNECT, which is for proxies, gets a 405 that says so', async () => {
    const received = await sendRaw('CONNECT a:1 HTTP/1.1\r\nhost: a\r\n\r\n')
    const [head, body] = received.split('\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1\.1 405 Method Not Allowed\r\n/)
    expect(JSON.parse(String(body))).toEqual({
      error: expect.stringContaining('as the base URL, not as an HTTP proxy'),
    })
  })
})

describe('a request whose body breaks off gets a response with HTTP 200 and 40058', () => {
  test.each<[string, (path: string) => string[]]>([
    [
      'a body shorter than announced',
      (path) => [`POST ${path} HTTP/1.1\r\ncontent-length: 100\r\n\r\n{"meeti`],
    ],
    [
      'a chunk size that is none',
      (path) => [`POST ${path} HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n`, 'zz\r\n{}\r\n'],
    ],
    [
      'chunks without end',
      (path) => [`POST ${path} HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n`, '2\r\n{}\r\n'],
    ],
  ])('%s', async (_name, parts) => {
    const received = await sendRaw(...parts(target))
    expect(received).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(received).toMatch(/"errcode":40058/)
    expect(mock.requests().at(-1)?.verdict.reasons).toEqual([
      'the request body ended before it was complete',
    ])
  })
})

describe('odd requests', () => {
  test.each<[string, string, RegExp]>([
    ['no Host header', '', /"errcode":0,/],
    ['an Expect that nobody knows', 'host: a\r\nexpect: wonders\r\n', /"errcode":0,/],
    [
      'an upgrade',
      'host: a\r\nconnection: upgrade, close\r\nupgrade: websocket\r\n',
      /"errcode":0,/,
    ],
  ])('%s does no harm', async (_name, headers, expected) => {
    const body = '{"meetingid":"XXXXXXXXX"}'
    const head = `POST ${target} HTTP/1.1\r\n${headers}connection: close\r\ncontent-length: ${body.length}\r\n\r\n`
    const received = await sendRaw(head + body)
    expect(received).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(received).toMatch(expected)
  })
})
