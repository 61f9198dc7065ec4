import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type MockServer, startMockServer } from '../index.ts'
import type { JsonObject } from '../json.ts'
import { call, getToken } from '../testing/callMock.ts'

let mock: MockServer
let token: string

beforeEach(async () => {
  mock = await startMockServer({ journalSize: 3 })
  onTestFinished(() => mock.close())
  token = String((await getToken(mock)).access_token)
})

const ask = (meetingid: string, more: JsonObject = {}): Promise<JsonObject> =>
  call(mock, 'getMeeting', { meetingid, ...more }, { token })

async function askOften(): Promise<void> {
  for (let count = 0; count < 10; count += 1) await ask('XXXXXXXXX')
  for (let count = 0; count < 5; count += 1) await ask('nobody')
}

async function over(name: string, fields: unknown): Promise<{ status: number; body: unknown }> {
  const sent = { method: 'POST', body: JSON.stringify(fields) }
  const response = await fetch(`${mock.url}/__mock/${name}`, sent)
  return { status: response.status, body: await response.json() }
}

/** The first place outside of node_modules in a stack. */
function placeOf(error: unknown): string {
  const line = String((error as Error).stack)
    .split('\n')
    .find((each) => /^ +at /.test(each))
  return String(line)
}

describe('count', () => {
  test('counts everything since the last reset, however long ago', async () => {
    await askOften()
    expect(mock.requests()).toHaveLength(3)
    expect(mock.count()).toBe(16)
    expect(mock.count({ operation: 'getToken' })).toBe(1)
    expect(mock.count({ operation: 'getMeeting', errcode: 0 })).toBe(10)
    expect(mock.count({ errcode: 90602 })).toBe(5)
    expect(mock.count({ operation: 'getWebinar' })).toBe(0)
    expect(mock.count({ match: { meetingid: 'XXXXXXXXX' } })).toBe(10)
    expect(mock.count({ match: { meetingid: 'XXXXXXXXX' }, errcode: 90602 })).toBe(0)
    expect(mock.count({ match: { token } })).toBe(15)
    expect(mock.count({ match: { corpId: mock.corpId } })).toBe(16)
    await ask('XXXXXXXXX', { sub_meetingid: 5 })
    expect(mock.count({ valid: false })).toBe(1)
    mock.reset()
    expect(mock.count()).toBe(0)
  })

  test('over HTTP the same', async () => {
    await askOften()
    const fields = { operation: 'getMeeting', match: { meetingid: 'nobody' }, errcode: 90602 }
    expect(await over('count', fields)).toEqual({ status: 200, body: 5 })
  })

  test('says when it cannot tell, and never a wrong number', async () => {
    const longest = 'x'.repeat(20_000)
    await ask('XXXXXXXXX')
    await ask(longest)
    expect(mock.count({ operation: 'getMeeting' })).toBe(2)
    expect(() =>
      mock.count({ operation: 'getMeeting', match: { meetingid: 'XXXXXXXXX' } }),
    ).toThrow(/^match cannot be told for 1 of the requests since the last reset/)
    expect(mock.count({ errcode: 0, match: { meetingid: 'XXXXXXXXX' } })).toBe(1)
  })
})

describe('verify', () => {
  test('passes where the number is as expected', async () => {
    await askOften()
    mock.verify({ operation: 'getMeeting' })
    mock.verify({ operation: 'getMeeting', match: { meetingid: 'nobody' }, times: 5 })
    mock.verify({ operation: 'getMeeting', times: { atLeast: 15 } })
    mock.verify({ operation: 'getMeeting', times: { atLeast: 1, atMost: 15 } })
    mock.verify({ operation: 'getWebinar', times: 0 })
    mock.verify({ operation: 'getWebinar', times: { atMost: 3 } })
  })

  test("throws at the test's own line and lists what came instead", async () => {
    await ask('nobody')
    await ask('XXXXXXXXX', { sub_meetingid: 5 })
    let thrown: unknown
    const { stack: here } = new Error('here')
    try {
      mock.verify({ operation: 'getMeeting', match: { meetingid: 'launch' }, times: 2 })
    } catch (error) {
      thrown = error
    }
    const line = Number(/verify\.test\.ts:(\d+)/.exec(String(here))?.[1])
    expect(placeOf(thrown)).toContain(`verify.test.ts:${line + 2}:`)
    expect((thrown as Error).name).toBe('VerificationError')
    expect((thrown as Error).message.split('\n')).toEqual([
      'expected 2 requests that fit {"operation":"getMeeting","match":{"meetingid":"launch"}}, received 0; the latest of 3 requests:',
      '  1 getToken: errcode 0',
      '  2 getMeeting {"meetingid":"nobody"}: errcode 90602, invalid meetingid',
      expect.stringMatching(
        /^ {2}3 getMeeting \{"meetingid":"XXXXXXXXX","sub_meetingid":5\}: errcode 40058, .*sub_meetingid/,
      ),
    ])
  })

  test.each([
    [{}, 'expected at least 1 request that fits {"operation":"getWebinar"}, received 0'],
    [{ times: 1 }, 'expected 1 request that fits {"operation":"getWebinar"}, received 0'],
    [{ times: { atLeast: 2 } }, 'expected at least 2 requests that fit'],
    [{ times: { atLeast: 2, atMost: 3 } }, 'expected 2 to 3 requests that fit'],
  ])('says for %j what was expected', (more, sentence) => {
    expect(() => mock.verify({ operation: 'getWebinar', ...more })).toThrow(sentence)
  })

  test.each([
    [0, 'expected 0 requests that fit {"operation":"getToken"}, received 2'],
    [{ atMost: 1 }, 'expected at most 1 request that fits {"operation":"getToken"}, received 2'],
  ])('says for times %j what was expected', async (times, sentence) => {
    await getToken(mock)
    expect(() => mock.verify({ operation: 'getToken', times })).toThrow(sentence)
  })

  test('says how many there were in all, and that there was none', async () => {
    await askOften()
    expect(() => mock.verify({ operation: 'getWebinar' })).toThrow(
      /received 0; the latest of 16 requests:\n {2}14 getMeeting/,
    )
    mock.reset()
    expect(() => mock.verify({})).toThrow(
      'expected at least 1 request that fits {}, received 0; there was no request',
    )
  })

  test('shows no token and no secret', async () => {
    await call(mock, 'getMeeting', { meetingid: 'a', access_token: token }, { token })
    expect(() => mock.verify({ operation: 'getWebinar', match: { token } })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(token) }),
    )
  })

  test('says what kept a response back', async () => {
    mock.fault({ operation: 'getMeeting', drop: 'before', times: 1 })
    await ask('a').catch(() => undefined)
    mock.fault({ operation: 'getMeeting', html: 502 })
    await ask('a').catch(() => undefined)
    expect(() => mock.verify({ operation: 'getWebinar' })).toThrow(
      /getMeeting \{"meetingid":"a"\}: no response, by a fault\n.*getMeeting \{"meetingid":"a"\}: HTTP 502, by a fault$/,
    )
  })

  test('over HTTP the same', async () => {
    expect(await over('verify', { operation: 'getToken', times: 1 })).toEqual({
      status: 200,
      body: {},
    })
    expect(await over('verify', { operation: 'getToken', times: { atLeast: 2 } })).toEqual({
      status: 409,
      body: {
        error: expect.stringContaining('received 1; the latest of 1 request:\n  1 getToken'),
      },
    })
  })
})

describe('waitFor', () => {
  test("fails with the test's own line in the stack, and says what came instead", async () => {
    const { stack: here } = new Error('here')
    const error = await mock.waitFor({ operation: 'getWebinar' }, { timeout: 1 }).then(
      () => undefined,
      (reason: unknown) => reason,
    )
    const line = Number(/verify\.test\.ts:(\d+)/.exec(String(here))?.[1])
    expect(placeOf(error)).toContain(`verify.test.ts:${line + 1}:`)
    expect((error as Error).message).toBe(
      'no request that fits {"operation":"getWebinar"} was received within 1 ms; the latest of 1 request:\n  1 getToken: errcode 0',
    )
  })

  test("has the test's own line where the server was closed, too", async () => {
    const waiting = mock.waitFor({ operation: 'getWebinar' }).catch((error: unknown) => error)
    await mock.close()
    const error = await waiting
    expect((error as Error).message).toBe('the mock server was closed')
    expect(placeOf(error)).toContain('verify.test.ts:')
  })

  test('waits for what matches, also in a long body', async () => {
    const meetingid = 'x'.repeat(20_000)
    const waiting = mock.waitFor({ match: { meetingid } })
    await ask('XXXXXXXXX')
    await ask(meetingid)
    expect(await waiting).toMatchObject({ number: 3 })
  })
})

test('requests takes match, in process and over HTTP', async () => {
  await ask('XXXXXXXXX')
  await ask('nobody')
  expect(mock.requests({ match: { meetingid: 'nobody' } })).toMatchObject([{ number: 3 }])
  expect(await over('requests', { match: { meetingid: 'nobody' } })).toMatchObject({
    status: 200,
    body: [{ number: 3 }],
  })
})

describe('a wrong name or value is refused', () => {
  const cases: [name: 'count' | 'verify' | 'requests', fields: object, sentence: string][] = [
    ['count', { opration: 'getMeeting' }, 'count has no field opration; did you mean operation?'],
    ['count', { operation: 'nope' }, 'operation is "nope"; expected one of getToken, '],
    ['count', { after: 5 }, 'count has no field after'],
    ['verify', { tims: 2 }, 'verify has no field tims; did you mean times?'],
    [
      'verify',
      { times: -1 },
      'times is -1; expected a number of requests, or {"atLeast", "atMost"}',
    ],
    ['verify', { times: {} }, 'times is {}; expected a number of requests'],
    [
      'verify',
      { times: { atLeast: 2, atMost: 1 } },
      'times is {"atLeast":2,"atMost":1}; expected a number of requests, or {"atLeast", "atMost"}, the lower first',
    ],
    ['verify', { times: { atLest: 1 } }, 'times is {"atLest":1}; expected a number of requests'],
    [
      'requests',
      { match: { meetignid: 'a' } },
      'match has no field meetignid; did you mean meetingid?',
    ],
    [
      'count',
      { operation: 'getMeeting', match: { cursor: 'a' } },
      'match has no field cursor; it has meetingid, meeting_code',
    ],
    ['count', { match: 5 }, 'match is 5; expected '],
  ]
  test.each(cases)('%s %j', async (name, fields, sentence) => {
    expect(() => mock[name](fields as never)).toThrow(sentence)
    expect(await over(name, fields)).toEqual({
      status: 400,
      body: { error: expect.stringContaining(sentence) },
    })
  })

  test('waitFor', async () => {
    await expect(mock.waitFor({ match: { meetignid: 'a' } })).rejects.toThrow(
      'match has no field meetignid',
    )
    await expect(mock.waitFor({}, { timeuot: 5 } as never)).rejects.toThrow(
      'waitFor has no field timeuot; did you mean timeout?',
    )
    await expect(mock.waitFor({}, { timeout: 2 ** 31 })).rejects.toThrow(
      'timeout is 2147483648; expected milliseconds from 0 to 2147483647',
    )
  })
})
