import { beforeEach, describe, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../../index.ts'
import type { JsonObject } from '../../json.ts'
import { call } from '../../testing/callMock.ts'

const day = 86_400
/** The mock's clock, in seconds. */
const now = Date.UTC(2026, 5, 1) / 1000
let mock: MockServer

beforeEach(async () => {
  mock = await startMockServer({ now: () => now * 1000 })
  return () => mock.close()
})

describe('reviewWebinarEnrollments', () => {
  const review = (meetingid: string, enroll_id_list: string[], action = 3) =>
    call(mock, 'reviewWebinarEnrollments', { meetingid, enroll_id_list, action })
  const statuses = (meetingid: string) => mock.enrollments(meetingid).map(({ status }) => status)

  function webinarWith(...ids: string[]): string {
    const enrollments = ids.map((enroll_id) => ({ enroll_id, status: 1 }))
    return mock.addWebinar({ enrollments }).meetingid
  }

  test.each([
    [1, 'pending'],
    [2, 'rejected'],
    [3, 'approved'],
  ])('action %i makes them %s, and the list shows it', async (action) => {
    const meetingid = webinarWith('a', 'b', 'c')
    await review(meetingid, ['a', 'b', 'c'], 2)
    expect(await review(meetingid, ['a', 'c', 'a'], action)).toEqual({
      errcode: 0,
      errmsg: 'ok',
      handled_count: 2,
    })
    expect(statuses(meetingid)).toEqual([action, 2, action])
    const page = await call(mock, 'listWebinarEnrollments', { meetingid, status: action })
    const listed = (page.enroll_list as JsonObject[]).map(({ enroll_id }) => enroll_id)
    expect(listed).toEqual(action === 2 ? ['a', 'b', 'c'] : ['a', 'c'])
  })

  test('what is not there is not counted, and nothing but that is refused', async () => {
    const meetingid = webinarWith('a')
    expect(await review(meetingid, ['a', 'nobody'])).toMatchObject({ handled_count: 1 })
    expect(statuses(meetingid)).toEqual([3])
    expect(await review(meetingid, ['nobody'])).toMatchObject({ errcode: 730006 })
  })

  test('an enrollment whose ID is a number is found by its digits', async () => {
    const { meetingid } = mock.addWebinar({ enrollments: [{ enroll_id: 1386442, status: 1 }] })
    expect(await review(meetingid, ['1386442'])).toMatchObject({ handled_count: 1 })
    expect(mock.enrollments(meetingid)[0]).toMatchObject({ enroll_id: 1386442, status: 3 })
  })

  test('no webinar, no enrollment, no list, no such action', async () => {
    const meetingid = webinarWith('a')
    const { meetingid: closed } = mock.addWebinar({ enrollments: false })
    expect(await review('nobody', ['a'])).toMatchObject({ errcode: 90602 })
    const off = await review(closed, ['a'])
    expect(off).toMatchObject({
      errcode: 40058,
      errmsg: expect.stringContaining('not switched on'),
    })
    expect(await review(meetingid, [])).toMatchObject({ errcode: 40063 })
    expect(await review(meetingid, ['a'], 4)).toMatchObject({ errcode: 40058 })
    expect(statuses(meetingid)).toEqual([1])
  })

  test("the page's own request gets the page's own response", async () => {
    const body = { meetingid: 'MEETINGID1', enroll_id_list: ['xxxxxx', 'yyyyyyy'], action: 3 }
    const response = await call(mock, 'reviewWebinarEnrollments', body)
    expect(response).toEqual({ errcode: 0, errmsg: 'ok', handled_count: 2 })
  })

  test('the scenario enrollment-off refuses it as well', async () => {
    const meetingid = webinarWith('a')
    mock.scenario('enrollment-off')
    expect(await review(meetingid, ['a'])).toMatchObject({ errcode: 40058 })
    expect(statuses(meetingid)).toEqual([1])
  })
})

describe('listMeetingIds', () => {
  const ids = async (body: JsonObject) =>
    (await call(mock, 'listMeetingIds', { userid: 'u', ...body })).meetingid_list
  const add = (meetingid: string, meeting_start: number, fields = {}) =>
    mock.addMeeting({ meetingid, meeting_start, admin_userid: 'u', ...fields })

  test('gives those that the member runs, and those they are invited to', async () => {
    const others = { admin_userid: 'other' }
    const member = { userid: 'u', status: 2, total_join_count: 0, cumulative_time: 0 }
    add('admin', now)
    add('host', now, { ...others, settings: { ...settings(), hosts: { userid: ['u'] } } })
    add('invited', now, { ...others, attendees: { member: [member] } })
    add('not', now, others)
    expect(await ids({})).toEqual(['admin', 'host', 'invited'])
    expect(await ids({ userid: 'nobody at all' })).toEqual([])
  })

  test('bounds past meetings by both times, and those to come by the first', async () => {
    add('before', now - 20 * day)
    add('within', now - 10 * day)
    add('after', now - 5 * day)
    add('to come', now + 300 * day)
    const period = { begin_time: now - 15 * day, end_time: now - 8 * day }
    expect(await ids(period)).toEqual(['within', 'to come'])
    expect(await ids({ begin_time: now + 301 * day })).toEqual([])
  })

  test('without times reaches back 180 days from now, and with one as far from that', async () => {
    add('old', now - 181 * day)
    add('recent', now - 179 * day)
    expect(await ids({})).toEqual(['recent'])
    expect(await ids({ end_time: now - 180 * day })).toEqual(['old'])
    expect(await ids({ begin_time: now - 190 * day })).toEqual(['old', 'recent'])
  })

  test('goes by the clock that advanceClock moves on', async () => {
    add('recent', now - 179 * day)
    mock.advanceClock(2 * day)
    expect(await ids({})).toEqual([])
  })

  test('refuses a period of more than 180 days', async () => {
    const period = (days: number) => ({ begin_time: now - days * day, end_time: now })
    expect(await ids(period(180))).toEqual([])
    const response = await call(mock, 'listMeetingIds', { userid: 'u', ...period(181) })
    expect(response).toMatchObject({ errcode: 40058 })
    expect(response.errmsg).toContain('end_time is more than 180 days after begin_time')
  })

  test('gives page after page, from no cursor or from "0", until there is none', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) add(id, now)
    for (const first of [{}, { cursor: '0' }, { cursor: '' }]) {
      const seen: unknown[] = []
      let body: JsonObject | undefined = { userid: 'u', limit: 2, ...first }
      while (body) {
        const page = await call(mock, 'listMeetingIds', body)
        seen.push(page.meetingid_list)
        body = page.next_cursor ? { userid: 'u', limit: 2, cursor: page.next_cursor } : undefined
      }
      expect(seen).toEqual([['a', 'b'], ['c', 'd'], ['e']])
    }
    const other = await call(mock, 'listMeetingIds', { userid: 'u', cursor: 'nobody' })
    expect(other).toMatchObject({ errcode: 40058 })
  })

  test("the page's own member gets the page's own response, and then an end", async () => {
    const published = { next_cursor: '1223', meetingid_list: ['meetingid1', 'meetingid2'] }
    const body = { userid: 'USERID' }
    expect(await call(mock, 'listMeetingIds', body)).toMatchObject(published)
    const end = await call(mock, 'listMeetingIds', { ...body, cursor: '1223' })
    expect(end).toMatchObject({ next_cursor: '', meetingid_list: [] })
  })

  function settings(): JsonObject {
    return mock.meetings[1]?.settings as unknown as JsonObject
  }
})
