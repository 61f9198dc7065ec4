import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../index.ts'
import { getToken, paths } from '../testing/callMock.ts'
import { sendRaw } from '../testing/rawHttp.ts'

const faults: string[] = []
let mock: MockServer
let token: string

beforeAll(async () => {
  mock = await startMockServer({ onMockFault: (fault) => faults.push(fault) })
  token = String((await getToken(mock)).access_token)
})
afterAll(() => mock.close())

const endpoints = Object.values(paths).filter((path) => path !== paths.getToken)
const bytes = (text: string): Uint8Array => Buffer.from(text)

const knownNames = [
  'meetingid',
  'meeting_code',
  'sub_meetingid',
  'status',
  'cursor',
  'limit',
  'userid',
  'begin_time',
  'end_time',
  'enroll_id_list',
  'action',
]
const knownValues = ['XXXXXXXXX', 'MEETINGID', 'MEETINGID1', '', 0, 1, 20, 50, 51, null, true]
const nearlyRight = fc
  .dictionary(
    fc.constantFrom(...knownNames),
    fc.oneof(fc.constantFrom(...knownValues), fc.jsonValue()),
  )
  .map((body) => JSON.stringify(body))

const right = fc
  .constantFrom('XXXXXXXXX', 'MEETINGID', 'MEETINGID1', 'nobody')
  .map((meetingid) => JSON.stringify({ meetingid }))

/** JSON that lost something, got something, or was not JSON from the start. */
const body = fc.oneof(
  { weight: 2, arbitrary: right.map(bytes) },
  nearlyRight.map(bytes),
  fc.json().map(bytes),
  fc.tuple(nearlyRight, fc.nat(60)).map(([text, cut]) => bytes(text).subarray(0, cut)),
  fc
    .tuple(nearlyRight, fc.nat(60), fc.uint8Array({ maxLength: 4 }))
    .map(([text, at, extra]) =>
      Buffer.concat([bytes(text).subarray(0, at), extra, bytes(text).subarray(at)]),
    ),
  fc.uint8Array({ maxLength: 2000 }),
  fc.string({ unit: 'binary', maxLength: 200 }).map(bytes),
  fc.constant(bytes('')),
  fc.nat(9000).map((depth) => bytes('['.repeat(depth) + ']'.repeat(depth))),
)

const header = fc.tuple(
  fc.constantFrom(
    'Host',
    'Accept',
    'Content-Type',
    'Content-Encoding',
    'Expect',
    'Prefer',
    'Cookie',
    'Connection',
    'Upgrade',
    'Range',
    'X-Forwarded-For',
  ),
  fc.oneof(
    fc.constantFrom('', 'close', '100-continue', 'gzip', 'example=nothing', 'text/html', 'a, b'),
    fc.string({ maxLength: 80 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '?')),
  ),
)
const target = fc
  .tuple(
    fc.constantFrom(...endpoints),
    fc.oneof(
      { weight: 5, arbitrary: fc.constant('access_token=TOKEN') },
      fc.constantFrom(
        '',
        'access_token=',
        'access_token=wrong',
        'access_token=TOKEN&access_token=TOKEN',
        '%',
        '&&=&',
      ),
      fc.webQueryParameters(),
    ),
  )
  .map(([path, query]) => `${path}?${query.replaceAll('TOKEN', () => token)}`)
const method = fc.oneof(
  { weight: 9, arbitrary: fc.constant('POST') },
  fc.constantFrom('GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'),
)

/** How the body is announced and cut into pieces, rightly or wrongly. */
const framing = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'length' as const, off: 0, size: 0 }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('chunked' as const),
      off: fc.constant(0),
      size: fc.integer({ min: 1, max: 500 }),
    }),
  },
  fc.record({
    kind: fc.constant('length' as const),
    off: fc.integer({ min: -20, max: 20 }),
    size: fc.constant(0),
  }),
  fc.constant({ kind: 'none' as const, off: 0, size: 0 }),
  fc.record({
    kind: fc.constant('unfinished' as const),
    off: fc.constant(0),
    size: fc.integer({ min: 1, max: 500 }),
  }),
)

const request = fc
  .record({ method, target, headers: fc.array(header, { maxLength: 5 }), body, framing })
  .map(({ framing: { kind, off, size }, ...rest }) => {
    const head = [`${rest.method} ${rest.target} HTTP/1.1`]
    for (const [name, value] of rest.headers) head.push(`${name}: ${value}`)
    const length = Math.max(0, rest.body.length + off)
    if (kind === 'length') head.push(`Content-Length: ${length}`)
    if (kind === 'chunked' || kind === 'unfinished') head.push('Transfer-Encoding: chunked')
    const parts =
      kind === 'chunked' || kind === 'unfinished' ? chunks(rest.body, size) : [rest.body]
    const last = kind === 'chunked' ? [bytes('0\r\n\r\n')] : []
    return [bytes(`${head.join('\r\n')}\r\n\r\n`), ...parts, ...last]
  })

function chunks(whole: Uint8Array, size: number): Uint8Array[] {
  const parts: Uint8Array[] = []
  for (let start = 0; start < whole.length; start += size) {
    const part = whole.subarray(start, start + size)
    parts.push(Buffer.concat([bytes(`${part.length.toString(16)}\r\n`), part, bytes('\r\n')]))
  }
  return parts
}

const lineEnds = [10, 13]

/** Bytes that may look like HTTP for a while. Line ends alone are no request (RFC 9112, 2.2). */
const noHttp = fc.oneof(
  fc
    .uint8Array({ minLength: 1, maxLength: 3000 })
    .filter((garbage) => garbage.some((byte) => !lineEnds.includes(byte))),
  fc.tuple(request, fc.nat(300)).map(([parts, cut]) => Buffer.concat(parts).subarray(0, cut + 1)),
  fc
    .tuple(request, fc.nat(300), fc.uint8Array({ minLength: 1, maxLength: 8 }))
    .map(([parts, at, extra]) => {
      const whole = Buffer.concat(parts)
      return Buffer.concat([whole.subarray(0, at), extra, whole.subarray(at)])
    }),
)

/** WeCom's form, with HTTP 200; where `Prefer` asks for an example that is not there, the mock's own. */
function isResponse(status: number, text: string, sent: Uint8Array): boolean {
  const response = JSON.parse(text) as Record<string, unknown>
  if (status === 404 && /prefer:.*example=/i.test(Buffer.from(sent).toString('latin1'))) {
    return Array.isArray(response.known)
  }
  if (status !== 200) return false
  // `webinar/get` returns no errcode when it succeeds.
  return Number.isInteger(response.errcode) || typeof response.meetingid === 'string'
}

/** The path in the request line of what was sent, if that much of it can be read. */
function pathOf(whole: Uint8Array): string {
  return /^\S+ ([^ ?]*)/.exec(Buffer.from(whole).toString('latin1'))?.[1] ?? ''
}

test('whatever is sent to an endpoint gets HTTP 200 and an errcode', async () => {
  const errcodes = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(request, async (parts) => {
      const response = await sendRaw(mock.url, parts)
      expect(isResponse(response.status, response.body, Buffer.concat(parts))).toBe(true)
      const { errcode = 0 } = JSON.parse(response.body) as { errcode?: number }
      errcodes.set(errcode, (errcodes.get(errcode) ?? 0) + 1)
    }),
    { numRuns: 8000 },
  )
  expect(faults).toEqual([])
  // That much got as far as an operation, or its token; else the test would try nothing but the front.
  for (const errcode of [0, 40014, 40058, 40063, 41001, 90602]) {
    expect(errcodes.get(errcode), String(errcode)).toBeGreaterThan(50)
  }
}, 170_000)

test('bytes that are no HTTP, or stop being it, get a response too', async () => {
  let read = 0
  await fc.assert(
    fc.asyncProperty(noHttp, async (whole) => {
      const { status, body: text } = await sendRaw(mock.url, [whole])
      // Node refuses what it cannot read; WeCom's response is for what has become a request.
      if (status === 400) {
        expect(text).toBe('')
        return
      }
      read += 1
      // Where the path itself was hit, it is unknown, or it is the page's, which takes no POST.
      if (!(endpoints as readonly string[]).includes(pathOf(whole)) && status !== 200) {
        expect([403, 404, 405]).toContain(status)
        return
      }
      expect(isResponse(status, text, whole)).toBe(true)
    }),
    { numRuns: 2400 },
  )
  expect(read).toBeGreaterThan(200)
  expect(faults).toEqual([])
}, 170_000)

test('bodies of all sizes get a response, over 1 MB with a refusal', async () => {
  const sizes = fc.oneof(
    fc.integer({ min: 1_000_000, max: 1_100_000 }),
    fc.constantFrom(1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3_000_000),
  )
  await fc.assert(
    fc.asyncProperty(sizes, fc.constantFrom(...endpoints), async (size, path) => {
      const frame = '{"meetingid":""}'
      const large = `{"meetingid":"${'x'.repeat(size - frame.length)}"}`
      const head = `POST ${path}?access_token=${token} HTTP/1.1\r\nContent-Length: ${size}\r\n\r\n`
      const { status, body: text } = await sendRaw(mock.url, [bytes(head + large)])
      expect(status).toBe(200)
      const { errcode } = JSON.parse(text) as { errcode: number }
      // Whatever else is wrong with it: what is too large is not read.
      expect(errcode === 40058).toBe(size > 1024 * 1024)
      expect(errcode).not.toBe(0)
    }),
    { numRuns: 100 },
  )
}, 170_000)
