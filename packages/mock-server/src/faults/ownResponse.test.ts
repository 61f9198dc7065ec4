import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type Fault, type MockServer, startMockServer } from '../index.ts'
import type { JsonObject } from '../json.ts'
import { call, getToken, paths } from '../testing/callMock.ts'

let mock: MockServer
let token: string

beforeEach(async () => {
  const onMockFault = (message: string): never => {
    throw new Error(message)
  }
  mock = await startMockServer({ onMockFault })
  onTestFinished(() => mock.close())
  token = String((await getToken(mock)).access_token)
})

function ask(body: JsonObject = { meetingid: 'MEETINGID1' }): Promise<Response> {
  const url = `${mock.url}${paths.listWebinarEnrollments}?access_token=${token}`
  return fetch(url, { method: 'POST', body: JSON.stringify(body) })
}

const operation = 'listWebinarEnrollments'

describe('body', () => {
  test.each([
    ['{"errcode":0,"nick_name":"a\u0001b"}'],
    ['{"errcode":0,'],
    [''],
    ['<html>中文</html>'],
  ])('the text %j goes out byte for byte', async (body) => {
    mock.fault({ operation, body })
    const response = await ask()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json; charset=UTF-8')
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from(body))
  })

  test.each<[unknown]>([[{ errcode: 99, extra: [1] }], [[1, 2]], [null], [5], [false]])(
    '%j goes out as JSON',
    async (body) => {
      mock.fault({ operation, body })
      expect(await (await ask()).json()).toEqual(body)
    },
  )

  test('with its status and headers, as often as times says, and stands in the journal', async () => {
    const headers = { 'Content-Type': 'text/plain', 'X-Trace': 'abc', 'retry-after': '5' }
    const body = { errcode: 45009 }
    mock.fault({ operation, body, status: 429, headers, times: 1 })
    const response = await ask()
    expect(response.status).toBe(429)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/plain',
      'x-trace': 'abc',
      'retry-after': '5',
    })
    expect(mock.requests({ operation, errcode: 45009 })).toMatchObject([
      { status: 429, fault: { body, status: 429, struck: 1 }, response: body },
    ])
    expect(await (await ask()).json()).toMatchObject({ errcode: 0 })
  })

  test.each([['oops'], [{ errcode: { a: 1 } }]])('%j has no errcode', async (body) => {
    mock.fault({ operation, body })
    await (await ask()).text()
    expect(mock.requests({ operation, errcode: 0 })).toEqual([])
    expect(mock.requests({ operation })).toMatchObject([{ fault: { body }, status: 200 }])
    expect(() => mock.verify({ operation, times: 2 })).toThrow(': HTTP 200, ')
  })

  test('a long one does not stand in every entry of the journal', async () => {
    mock.fault({ operation, body: 'x'.repeat(20_000) })
    await (await ask()).text()
    const [entry] = mock.requests({ operation })
    expect(entry?.fault).toMatchObject({ struck: 1 })
    expect(JSON.stringify(entry).length).toBeLessThan(2000)
  })

  test('a status or a header alone goes with the normal response', async () => {
    mock.fault({ operation, status: 503 })
    const response = await ask()
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ errcode: 0 })
    mock.fault({ operation, headers: { 'x-a': '1' } })
    expect((await ask()).headers.get('x-a')).toBe('1')
  })
})

describe('patch', () => {
  const normal = async (): Promise<JsonObject> => (await (await ask()).json()) as JsonObject

  test('sets and removes by path, in the positions of the normal response', async () => {
    const { meetingid } = mock.addWebinar({ enrollments: 4 })
    const list = async () => {
      const { enroll_list } = (await (await ask({ meetingid })).json()) as {
        enroll_list: JsonObject[]
      }
      return enroll_list
    }
    const before = await list()
    const patch = {
      set: { 'enroll_list.0.enroll_time': '2023/03/23 14:00', 'enroll_list.3.new': { a: 1 } },
      remove: ['enroll_list.1', 'enroll_list.2', 'enroll_list.3.nick_name'],
    }
    mock.fault({ operation, patch })
    const { nick_name: _, ...last } = before[3] as JsonObject
    expect(await list()).toEqual([
      { ...before[0], enroll_time: '2023/03/23 14:00' },
      { ...last, new: { a: 1 } },
    ])
    expect(mock.enrollments(meetingid)).toHaveLength(4)
  })

  test('may change a value that it sets, and leaves the fault as it was given', async () => {
    const patch = { set: { more: { a: 1 }, 'more.b': 2 } }
    mock.fault({ operation, patch })
    expect(await normal()).toMatchObject({ more: { a: 1, b: 2 } })
    expect(mock.faults).toMatchObject([{ patch }])
    expect(mock.faults[0]?.patch).toEqual(patch)
  })

  test('may append to a list, and changes what the journal shows', async () => {
    const before = (await normal()).enroll_list as unknown[]
    mock.fault({ operation, patch: { set: { [`enroll_list.${before.length}`]: 5, errcode: 7 } } })
    expect(await normal()).toMatchObject({ errcode: 7, enroll_list: [...before, 5] })
    expect(mock.requests({ errcode: 7 })).toHaveLength(1)
  })

  test.each([
    [{ set: { 'enroll_list.99.enroll_time': 1 } }],
    [{ set: { 'nothing.a': 1, errmsg: 'x' } }],
    [{ remove: ['enroll_list.99'] }],
    [{ remove: ['constructor'] }],
    [{ remove: ['enroll_list.length'] }],
    [{ set: { 'enroll_list.00': 1 } }],
    [{ set: { 'toString.a': 1 } }],
  ])(
    '%j leaves a response alone that lacks a path, does not count, and lets others strike',
    async (patch) => {
      const before = await normal()
      const { id } = mock.fault({ operation, patch, times: 1 })
      expect(await normal()).toEqual(before)
      mock.scenario('enrollment-off')
      expect(await normal()).toMatchObject({ errcode: 40058 })
      expect(mock.faults.find((fault) => fault.id === id)).toMatchObject({ struck: 0 })
    },
  )

  test.each([
    [{ remove: ['enroll_list.0.nickname'] }, 'enroll_list.0.nickname'],
    [{ set: { errmsg: 'x', 'enroll_lst.0': 1 }, remove: ['errmsg'] }, 'enroll_lst.0'],
  ])('%j says in the list of faults which path the response lacks', async (patch, missing) => {
    mock.fault({ operation, patch })
    expect(mock.faults[0]).not.toHaveProperty('missing')
    await ask({ meetingid: 'nobody' })
    expect(mock.faults[0]).not.toHaveProperty('missing')
    await ask()
    expect(mock.faults).toMatchObject([{ struck: 0, missing }])
  })

  test('no longer lacks a path once a response has it', async () => {
    mock.fault({ operation, patch: { remove: ['enroll_list.0'] } })
    const { meetingid } = mock.addWebinar()
    await ask({ meetingid })
    expect(mock.faults).toMatchObject([{ struck: 0, missing: 'enroll_list.0' }])
    mock.addEnrollments(meetingid, 1)
    await ask({ meetingid })
    expect(mock.faults).toMatchObject([{ struck: 1 }])
    expect(mock.faults[0]).not.toHaveProperty('missing')
  })

  test('leaves refusals alone, and waits for the next good response', async () => {
    mock.fault({ operation, patch: { set: { errmsg: 'patched' } }, times: 1 })
    expect(await (await ask({ meetingid: 'nobody' })).json()).toMatchObject({
      errcode: 90602,
      errmsg: expect.not.stringContaining('patched'),
    })
    expect(mock.faults).toMatchObject([{ struck: 0 }])
    expect(await normal()).toMatchObject({ errmsg: 'patched' })
    expect(mock.faults).toEqual([])
  })

  test('a scenario that ends tokens still does, under a patch that finds nothing to change', async () => {
    mock.scenario('token-dies')
    mock.fault({ patch: { remove: ['nothing'] } })
    const errcodes = []
    for (let calls = 0; calls < 3; calls += 1) errcodes.push((await normal()).errcode)
    expect(errcodes).toEqual([0, 0, 42001])
  })
})

describe('match', () => {
  test('only page 3 fails', async () => {
    const { meetingid } = mock.addWebinar({ enrollments: 4 })
    const page = async (cursor?: unknown) =>
      (await (
        await ask({ meetingid, limit: 1, ...(cursor ? { cursor } : {}) })
      ).json()) as JsonObject
    const first = await page()
    const { next_cursor } = await page(first.next_cursor)
    mock.fault({ operation, errcode: -1, match: { meetingid, cursor: next_cursor } })
    expect(await page()).toMatchObject({ errcode: 0 })
    expect(await page(first.next_cursor)).toMatchObject({ errcode: 0 })
    expect(await page(next_cursor)).toMatchObject({ errcode: -1 })
  })

  test('by token and corp ID, and by what is no field of the request never', async () => {
    mock.fault({ errcode: 1, match: { token } })
    mock.fault({ errcode: 2, match: { corpId: 'nobody' } })
    const { corpId } = mock
    expect(await getToken(mock)).toMatchObject({ errcode: 0 })
    expect(await (await ask()).json()).toMatchObject({ errcode: 1 })
    expect(await getToken(mock, { corpid: 'nobody', corpsecret: 'x' })).toMatchObject({
      errcode: 2,
    })
    mock.fault({ errcode: 3, match: { corpId } })
    expect(await getToken(mock)).toMatchObject({ errcode: 3 })
    expect(await (await ask()).json()).toMatchObject({ errcode: 3 })
  })

  test('the journal does not tell the token that a fault names', async () => {
    mock.fault({ match: { token }, body: `for ${token}` })
    await ask()
    const [entry] = mock.requests({ operation })
    expect(entry?.fault).toMatchObject({ struck: 1, match: { token: entry?.query.access_token } })
    expect(JSON.stringify(entry)).not.toContain(token)
  })

  test('the value and its type count', async () => {
    mock.fault({ operation, errcode: 1, match: { limit: '2' } })
    expect(await (await ask({ meetingid: 'MEETINGID1', limit: 2 })).json()).toMatchObject({
      errcode: 0,
    })
  })
})

test('a latency alone stands in the journal as a fault too', async () => {
  const { id } = mock.fault({ operation, latency: 1 })
  await ask()
  expect(mock.requests({ operation })).toMatchObject([{ fault: { id, latency: 1, struck: 1 } }])
  mock.fault({ operation, errcode: 7 })
  await ask()
  expect(mock.requests({ operation }).at(-1)).toMatchObject({ fault: { errcode: 7 } })
})

describe('applied: whether the operation took place behind the fault', () => {
  /** A token that gettoken gave out, whatever the caller saw of it: the next one is then the same. */
  const wrongSecrets = async (fault: Fault, count: number): Promise<unknown> => {
    mock.fault({ ...fault, operation: 'getToken', times: count })
    const query = { corpid: mock.corpId, corpsecret: 'wrong' }
    for (let calls = 0; calls < count; calls += 1)
      await getToken(mock, query).catch(() => undefined)
    // Five wrong secrets that were looked at block the address.
    return (await getToken(mock)).errcode
  }

  test.each<[Fault, boolean]>([
    [{ errcode: -1 }, false],
    [{ errcode: -1, applied: true }, true],
    [{ body: '{}' }, false],
    [{ body: '{}', applied: true }, true],
    [{ html: 502 }, false],
    [{ html: 504, applied: true }, true],
    [{ drop: 'before' }, true],
    [{ drop: 'before', applied: false }, false],
    [{ drop: 'middle' }, true],
    [{ truncate: true }, true],
  ])('%j: %s', async (fault, isApplied) => {
    expect(await wrongSecrets(fault, 5)).toBe(isApplied ? 45009 : 0)
  })

  test.each<[Fault, number]>([
    [{ drop: 'before' }, 3],
    [{ drop: 'before', applied: false }, 1],
  ])('%j leaves an enrollment that was to be approved at status %d', async (fault, status) => {
    const { meetingid } = mock.addWebinar({ enrollments: [{ status: 1 }] })
    const enroll_id = String(mock.enrollments(meetingid)[0]?.enroll_id)
    mock.fault({ ...fault, operation: 'reviewWebinarEnrollments' })
    const body = { meetingid, enroll_id_list: [enroll_id], action: 3 }
    await expect(call(mock, 'reviewWebinarEnrollments', body, { token })).rejects.toThrow()
    expect(mock.enrollments(meetingid)).toMatchObject([{ enroll_id, status }])
  })

  test('what is shown of the normal response must have taken place', () => {
    const sentence =
      'applied is false, but the fault shows the normal response; use it with errcode, body, html or drop "before"'
    expect(() => mock.fault({ drop: 'middle', applied: false })).toThrow(sentence)
    expect(() => mock.fault({ latency: 5, applied: false })).toThrow(sentence)
  })
})

describe('misspelled', () => {
  test.each([
    [{ body: 1, headrs: {} }, 'fault has no field headrs; did you mean headers?'],
    [{ patch: { sett: { a: 1 } } }, 'patch has no field sett; did you mean set?'],
    [{ patch: {} }, 'patch is {}; expected '],
    [{ body: 1, status: 99 }, 'status is 99; expected an HTTP status from 200 to 599'],
    [{ body: 1, headers: { 'a b': 'c' } }, 'headers'],
    [{ body: 1, headers: { a: 'c\r\nd: e' } }, 'headers'],
    [{ body: 1, errcode: 2 }, 'a fault has one effect, this one has errcode and body'],
    [
      { errcode: 1, match: { meetignid: 'a' } },
      'match has no field meetignid; did you mean meetingid?',
    ],
    [
      { operation: 'getMeeting', errcode: 1, match: { cursor: 'a' } },
      'match has no field cursor; it has meetingid, meeting_code, sub_meetingid, token, corpId',
    ],
    [
      { operation: ['getMeeting', 'getWebinar'], errcode: 1, match: { 'meeting_cod.0': 'a' } },
      'match has no field meeting_cod.0; did you mean meeting_code?',
    ],
    [
      { operation: 'getToken', errcode: 1, match: { corpid: 'a' } },
      'match has no field corpid; did you mean corpId?',
    ],
    [{ match: { meetingid: 'a' } }, 'a fault needs an effect'],
  ])('%j', (fault, sentence) => {
    expect(() => mock.fault(fault as Fault)).toThrow(sentence)
  })
})

test('a match may name what one of several operations has', () => {
  const several = ['getMeeting', operation] as const
  expect(mock.fault({ operation: several, errcode: 1, match: { cursor: 'a' } }).id).toBe(1)
})

test('over HTTP the same', async () => {
  const response = await fetch(`${mock.url}/__mock/fault`, {
    method: 'POST',
    body: JSON.stringify({ operation, body: '{"errcode":\u0001', match: { meetingid: 'a' } }),
  })
  expect(response.status).toBe(200)
  expect(await call(mock, operation, { meetingid: 'MEETINGID1' }, { token })).toMatchObject({
    errcode: 0,
  })
  expect(await (await ask({ meetingid: 'a' })).text()).toBe('{"errcode":\u0001')
})
