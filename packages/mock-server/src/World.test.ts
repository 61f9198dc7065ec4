import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type MockServer, startMockServer } from './index.ts'
import { call, getToken } from './testing/callMock.ts'

let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer({ secretAttempts: 1, rateLimit: 3, onMockFault: expect.unreachable })
})
afterAll(() => mock.close())
beforeEach(() => mock.reset())

const sample = { meetingid: 'XXXXXXXXX' }
const takeToken = async () => String((await getToken(mock)).access_token)
const errcodeWith = async (token: string) =>
  (await call(mock, 'getMeeting', sample, { token })).errcode

describe('advanceClock', () => {
  test('ends a token when it has lived its time, and no sooner', async () => {
    const token = await takeToken()
    mock.advanceClock(7199)
    expect(await errcodeWith(token)).toBe(0)
    mock.advanceClock(1)
    expect(await errcodeWith(token)).toBe(42001)
    expect((await takeToken()) === token).toBe(false)
  })

  test('ends the minute of a limit', async () => {
    const token = await takeToken()
    const errcodes = async () => {
      const seen = []
      for (let count = 0; count < 4; count += 1) seen.push(await errcodeWith(token))
      return seen
    }
    expect(await errcodes()).toEqual([0, 0, 0, 45009])
    mock.advanceClock(60)
    expect(await errcodes()).toEqual([0, 0, 0, 45009])
  })

  test('ends the block of an address', async () => {
    await getToken(mock, { corpid: mock.corpId, corpsecret: 'wrong' })
    expect(await getToken(mock)).toMatchObject({ errcode: 45009 })
    mock.advanceClock(3600)
    expect(await getToken(mock)).toMatchObject({ errcode: 0 })
  })

  test.each([-1, '1' as never, Number.NaN])('%o is refused', (seconds) => {
    expect(() => mock.advanceClock(seconds)).toThrow(/seconds is|NaN/)
  })
})

describe('reset', () => {
  test('ends all tokens, and none of them comes back', async () => {
    const tokens = [await takeToken()]
    mock.reset()
    tokens.push(await takeToken())
    mock.reset()
    tokens.push(await takeToken())
    expect(new Set(tokens).size).toBe(3)
    expect(await Promise.all(tokens.map(errcodeWith))).toEqual([42001, 42001, 0])
  })

  test('takes back the clock, without a token that it had ended', async () => {
    const token = await takeToken()
    mock.advanceClock(7200)
    mock.reset()
    expect(await errcodeWith(token)).toBe(42001)
    const later = await takeToken()
    mock.advanceClock(7199)
    expect(await errcodeWith(later)).toBe(0)
  })

  test('can keep the tokens, and with them their clock', async () => {
    const token = await takeToken()
    mock.advanceClock(7000)
    mock.addWebinar({ meetingid: 'launch' })
    mock.fault({ errcode: -1 })
    mock.reset({ keepTokens: true })
    expect(mock.webinars.some(({ meetingid }) => meetingid === 'launch')).toBe(false)
    expect(mock.faults).toEqual([])
    expect(await errcodeWith(token)).toBe(0)
    expect((await takeToken()) === token).toBe(true)
    mock.advanceClock(200)
    expect(await errcodeWith(token)).toBe(42001)
  })

  test.each([{ keepToken: true }, { keepTokens: 'yes' }, true])('%o is refused', (options) => {
    mock.addWebinar({ meetingid: 'launch' })
    expect(() => mock.reset(options as never)).toThrow(/reset|keepTokens/)
    expect(mock.webinars.some(({ meetingid }) => meetingid === 'launch')).toBe(true)
  })
})

test('clearJournal forgets the requests and nothing else', async () => {
  const token = await takeToken()
  mock.fault({ operation: 'getWebinar', errcode: -1 })
  mock.addWebinar({ meetingid: 'launch' })
  mock.clearJournal()
  expect(mock.requests()).toEqual([])
  expect(mock.faults).toHaveLength(1)
  expect(mock.webinars.some(({ meetingid }) => meetingid === 'launch')).toBe(true)
  expect(await errcodeWith(token)).toBe(0)
  expect(mock.requests()).toMatchObject([{ number: 1, operation: 'getMeeting' }])
})
