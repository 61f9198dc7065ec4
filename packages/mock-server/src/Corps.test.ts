import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MockCorp, type MockServer, startMockServer } from './index.ts'
import type { JsonObject } from './json.ts'
import { call, getToken, paths } from './testing/callMock.ts'
import { usedHeap } from './testing/mixedLoad.ts'

let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer({ enrollments: 3, onMockFault: expect.unreachable })
})
afterAll(() => mock.close())

const takeToken = async (corp: MockCorp) => String((await getToken(corp)).access_token)
const isAbout = { meetingid: 'launch' }

test('two tests on one server each have a world of their own', async () => {
  using one = mock.addCorp()
  using other = mock.addCorp()
  expect(new Set([mock, one, other].map(({ corpId }) => corpId)).size).toBe(3)
  expect([one.url, other.url]).toEqual([mock.url, mock.url])
  one.addWebinar({ ...isAbout, title: '一' })
  other.addWebinar({ ...isAbout, title: '二' })
  expect(await call(one, 'getWebinar', isAbout)).toMatchObject({ title: '一' })
  expect(await call(other, 'getWebinar', isAbout)).toMatchObject({ title: '二' })
  expect(await call(mock, 'getWebinar', isAbout)).toMatchObject({ errcode: 90602 })

  one.fault({ operation: 'getWebinar', errcode: -1 })
  one.scenario('not-permitted')
  expect(await call(one, 'getWebinar', isAbout)).toMatchObject({ errcode: -1 })
  expect(await call(other, 'getWebinar', isAbout)).toMatchObject({ title: '二' })
  expect(other.scenarios.some(({ active }) => active)).toBe(false)

  const errcodes = (corp: MockCorp) =>
    corp.requests({ operation: 'getWebinar' }).map(({ response }) => response?.errcode ?? 0)
  expect([errcodes(one), errcodes(other)]).toEqual([
    [0, -1],
    [0, 0],
  ])
  one.reset()
  expect(one.requests()).toEqual([])
  expect(await call(other, 'getWebinar', isAbout)).toMatchObject({ title: '二' })
})

test('tokens, blocks and the clock of one are nothing to the other', async () => {
  using one = mock.addCorp({ secretAttempts: 1, tokenTtl: 60 })
  using other = mock.addCorp()
  const [token, otherToken] = [await takeToken(one), await takeToken(other)]
  one.advanceClock(60)
  expect(await call(one, 'getWebinar', {}, { token })).toMatchObject({ errcode: 42001 })
  expect(await call(one, 'getWebinar', {}, { token: otherToken })).toMatchObject({ errcode: 40063 })
  expect(other.requests({ operation: 'getWebinar' })).toHaveLength(1)
  expect(await getToken(one, { corpid: one.corpId, corpsecret: other.corpSecret })).toMatchObject({
    errcode: 40001,
  })
  expect(await getToken(one)).toMatchObject({ errcode: 45009 })
  expect(await getToken(other)).toMatchObject({ errcode: 0 })
})

test('the journal of each masks the tokens and secrets of all', async () => {
  using one = mock.addCorp()
  using other = mock.addCorp()
  const secrets = [one.corpSecret, await takeToken(one), mock.corpSecret]
  for (const corp of [mock, other]) {
    await getToken(corp, { corpid: corp.corpId, corpsecret: 'x', also: one.corpSecret })
    await call(corp, 'getMeeting', { meetingid: secrets.join(' ') })
    const shown = JSON.stringify(corp.requests())
    expect(secrets.filter((secret) => shown.includes(secret))).toEqual([])
    expect(corp.requests().length).toBeGreaterThan(1)
  }
})

test('what names no corp is a request to the own one of the server', async () => {
  using corp = mock.addCorp()
  mock.clearJournal()
  await getToken(mock, { corpid: 'nobody', corpsecret: corp.corpSecret })
  await call(mock, 'getWebinar', isAbout, { token: 'nobody' })
  await fetch(`${mock.url}/nothing`)
  await fetch(`${mock.url}/nothing?access_token=${await takeToken(corp)}`)
  expect(mock.requests()).toHaveLength(3)
  expect(corp.requests().map(({ path }) => path)).toEqual([paths.getToken, '/nothing'])
})

describe('what a corp starts with', () => {
  test('is as on the server, but for what is given', () => {
    using same = mock.addCorp({ seed: undefined } as never)
    expect([same.meetings, same.webinars]).toEqual([mock.meetings, mock.webinars])
    using corp = mock.addCorp({ enrollments: 5, scenario: 'slow' })
    const meetingid = String(corp.webinars[1]?.meetingid)
    expect(mock.enrollments(meetingid)).toHaveLength(3)
    expect(corp.enrollments(meetingid)).toHaveLength(5)
    corp.reset()
    expect(corp.scenarios.find(({ active }) => active)?.name).toBe('slow')
    expect(JSON.parse(JSON.stringify(corp))).toEqual({
      url: mock.url,
      corpId: corp.corpId,
      corpSecret: corp.corpSecret,
    })
  })

  test('can be its ID and its secret', async () => {
    using corp = mock.addCorp({ corpId: 'ww-suite', corpSecret: 'suite' })
    expect(await getToken(corp, { corpid: 'ww-suite', corpsecret: 'suite' })).toMatchObject({
      errcode: 0,
    })
    expect(() => mock.addCorp({ corpId: 'ww-suite' })).toThrow('corpId ww-suite already')
    expect(() => mock.addCorp({ corpId: mock.corpId })).toThrow('already')
  })

  test.each([
    [{ enrolments: 3 }, 'addCorp has no field enrolments; did you mean enrollments?'],
    [{ port: 1 }, 'addCorp has no field port'],
    [{ rateLimit: -1 }, 'rateLimit is -1; expected an integer from 0'],
    [{ faults: [{ errcod: 1 }] }, 'fault has no field errcod; did you mean errcode?'],
    [{ latency: [5, 1] }, 'latency is [5,1]; expected milliseconds'],
  ])('is refused where it is wrong: %o', (options, message) => {
    const before = mock.corps.length
    expect(() => mock.addCorp(options as never)).toThrow(message)
    expect(mock.corps).toHaveLength(before)
  })
})

test('there is an end to them, and room again once one is removed', async () => {
  await using crowded = await startMockServer({ enrollments: 0 })
  const corps = Array.from({ length: 200 }, () => crowded.addCorp())
  expect(() => crowded.addCorp()).toThrow('there are 200 corps already; end some with removeCorp')
  expect(await getToken(corps[199] as MockCorp)).toMatchObject({ errcode: 0 })
  crowded.removeCorp(String(corps[0]?.corpId))
  expect(crowded.addCorp().corpId).not.toBe(corps[0]?.corpId)
})

describe('a corp that is removed', () => {
  test('is unknown, by its ID and by its tokens', async () => {
    const corp = mock.addCorp()
    const token = await takeToken(corp)
    expect(mock.corps.map(({ corpId }) => corpId)).toEqual([mock.corpId, corp.corpId])
    const waiting = corp.waitFor({ operation: 'getMeeting' })
    mock.removeCorp(corp.corpId)
    await expect(waiting).rejects.toThrow(`the corp ${corp.corpId} was removed`)
    expect(await getToken(corp)).toMatchObject({ errcode: 40013 })
    expect(await call(mock, 'getMeeting', {}, { token })).toMatchObject({ errcode: 40014 })
    expect(mock.corps).toEqual([mock])
    expect(() => mock.removeCorp(corp.corpId)).toThrow(`no corp has the corpId ${corp.corpId}`)
    expect(() => mock.removeCorp(mock.corpId)).toThrow("the server's own corp cannot be removed")
  })

  test('and added again has other tokens', async () => {
    const credentials = { corpId: 'ww-suite', corpSecret: 'suite' }
    const token = await takeToken(mock.addCorp(credentials))
    mock.removeCorp('ww-suite')
    using again = mock.addCorp(credentials)
    expect((await takeToken(again)) === token).toBe(false)
    expect(await call(again, 'getMeeting', {}, { token })).toMatchObject({ errcode: 40014 })
  })

  test('and a server that is closed end all waiting', async () => {
    const closing = await startMockServer()
    const waiting = closing.addCorp().waitFor({ operation: 'getMeeting' })
    const ended = expect(waiting).rejects.toThrow('the mock server was closed')
    await closing.close()
    await ended
  })

  test('may have been removed before its block ends', () => {
    using corp = mock.addCorp()
    mock.removeCorp(corp.corpId)
  })

  test('leaves nothing behind', async () => {
    const addAndUse = async () => {
      const corp = mock.addCorp({ enrollments: 500 })
      corp.fault({ operation: 'getMeeting', errcode: -1 })
      await call(corp, 'getMeeting', { meetingid: 'XXXXXXXXX' })
      return corp
    }
    const usedAfter = async (count: number) => {
      for (let round = 0; round < count; round += 1) mock.removeCorp((await addAndUse()).corpId)
      return usedHeap()
    }
    // The first ones compile, and fill caches that have a limit.
    const settled = await usedAfter(10)
    const after = await usedAfter(20)
    const kept = []
    for (let count = 0; count < 5; count += 1) kept.push((await addAndUse()).corpId)
    const one = (usedHeap() - after) / kept.length
    kept.forEach(mock.removeCorp)
    expect(after - settled, `one corp takes ${one} bytes, 20 removed ones`).toBeLessThan(2 * one)
  }, 60_000)
})

describe('over HTTP', () => {
  async function control(name: string, fields?: JsonObject): Promise<JsonObject> {
    const response = await fetch(`${mock.url}/__mock/${name}`, {
      ...(fields && { method: 'POST', body: JSON.stringify(fields) }),
    })
    return (await response.json()) as JsonObject
  }

  test('a suite in another language has a corp of its own on a server that runs', async () => {
    const { corpId, corpSecret, url } = await control('addCorp', { enrollments: 2 })
    expect(await control('server')).toMatchObject({ corpId: mock.corpId })
    expect(await control(`server?corpId=${corpId}`)).toMatchObject({ corpId, corpSecret, url })
    expect(await control('corps')).toEqual([
      { url, corpId: mock.corpId, corpSecret: mock.corpSecret },
      { url, corpId, corpSecret },
    ])
    const at = (name: string) => `${name}?corpId=${corpId}`
    const { meetingid } = await control(at('addWebinar'), { title: '发布会', enrollments: 1 })
    const fields = { status: 'MEETING_STATE_ENDED' }
    expect(await control(at('updateWebinar'), { meetingid, fields })).toMatchObject(fields)
    await control(at('fault'), { errcode: -1, operation: 'getWebinar', times: 1 })
    expect(mock.faults).toEqual([])
    const credentials = { corpid: String(corpId), corpsecret: String(corpSecret) }
    const token = String((await getToken(mock, credentials)).access_token)
    const get = () => call(mock, 'getWebinar', { meetingid }, { token })
    expect([(await get()).errcode, (await get()).status]).toEqual([-1, 'MEETING_STATE_ENDED'])
    expect(await control(`requests?operation=getWebinar&corpId=${corpId}`)).toHaveLength(2)
    expect(mock.requests({ operation: 'getWebinar', errcode: -1 })).toEqual([])
    await control(at('clearJournal'), {})
    expect(await control(at('requests'))).toEqual([])
    await control(at('advanceClock'), { seconds: 7200 })
    expect(await get()).toMatchObject({ errcode: 42001 })
    await control(at('reset'), {})
    expect(await control(at('webinars'))).not.toContainEqual(expect.objectContaining({ meetingid }))
    expect(await control('removeCorp', { corpId })).toEqual({})
    expect(await control(at('webinars'))).toEqual({
      error: `no corp has the corpId ${corpId}; addCorp adds one`,
    })
  })

  test.each([
    ['fault?corpID=a', { errcode: -1 }, 'fault has no field corpID; did you mean corpId?'],
    ['fault?errcode=-1', {}, 'fault has no field errcode; it has corpId'],
    ['requests?corpid=a', undefined, 'requests has no field corpid; did you mean corpId?'],
    ['requests?corpId=a&corpId=b', undefined, 'corpId is ["a","b"]; expected a text'],
    ['faults?corpId=nobody', undefined, 'no corp has the corpId nobody'],
    ['removeCorp?corpId=a', { corpId: 'a' }, 'removeCorp has no field corpId'],
    ['fault', { corpId: 'a', errcode: -1 }, 'fault has no field corpId'],
  ])('%s with %o is refused', async (name, fields, error) => {
    expect(await control(name, fields)).toEqual({ error: expect.stringContaining(error) })
    expect(mock.faults).toEqual([])
  })
})
