import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type MockServer, startMockServer } from '../index.ts'
import { call } from '../testing/callMock.ts'

let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer({ onMockFault: expect.unreachable })
})
afterAll(() => mock.close())
beforeEach(() => mock.reset())

describe.each([
  { kind: 'meeting', operation: 'getMeeting', ended: 3 },
  { kind: 'webinar', operation: 'getWebinar', ended: 'MEETING_STATE_ENDED' },
] as const)('a $kind', ({ kind, operation, ended }) => {
  type Fields = Record<string, unknown>
  const methods = () => mock as unknown as Record<string, (...args: unknown[]) => Fields>
  const name = (verb: string) => `${verb}${kind === 'meeting' ? 'Meeting' : 'Webinar'}`
  const add = (fields: Fields) => methods()[name('add')]?.(fields) ?? {}
  const update = (id: unknown, fields: Fields) => methods()[name('update')]?.(id, fields)
  const remove = (id: unknown) => methods()[name('remove')]?.(id)
  const list = () => (kind === 'meeting' ? mock.meetings : mock.webinars)

  test('that is changed keeps all else, and is found by both of its ids', async () => {
    const { meetingid, meeting_code, ...before } = add({ title: '一' })
    const place = list().findIndex((each) => each.meetingid === meetingid)
    const after = { ...before, status: ended, meetingid, meeting_code }
    expect(update(meetingid, { status: ended })).toEqual(after)
    expect(list()[place]).toEqual(after)
    for (const names of [{ meetingid }, { meeting_code }]) {
      expect(await call(mock, operation, names)).toMatchObject({ title: '一', status: ended })
    }
  })

  test('can get another code, and is no longer found by the one before', async () => {
    const { meetingid, meeting_code } = add({ meeting_code: '1' })
    update(meetingid, { meeting_code: '2' })
    expect(await call(mock, operation, { meeting_code })).toMatchObject({ errcode: 730004 })
    expect(await call(mock, operation, { meeting_code: '2' })).toMatchObject({ meeting_code: '2' })
    add({ meeting_code: '1' })
    expect(() => update(meetingid, { meeting_code: '1' })).toThrow(
      `there is a ${kind} with the meeting_code 1 already`,
    )
  })

  test('is told all that is wrong at once, in names and in values', () => {
    const { meetingid } = add({})
    for (const attempt of [add, (fields: Fields) => update(meetingid, fields)]) {
      const given = { titel: '二', title: 5 }
      expect(() => attempt(given)).toThrow(/^\w+ has no field titel; .*; title is 5; it must be/)
    }
  })

  test('is not changed by what the spec forbids', () => {
    const { meetingid } = add({ title: '一' })
    const before = list()
    expect(() => update(meetingid, { title: 5 })).toThrow('title is 5; it must be string')
    expect(() => update(meetingid, { titel: '二' })).toThrow(
      `${kind} has no field titel; did you mean title?`,
    )
    expect(() => update(meetingid, { meetingid: 'other' })).toThrow('meetingid cannot be changed')
    expect(() => update('nobody', {})).toThrow(`no ${kind} has the meetingid nobody`)
    expect(() => update(5, {})).toThrow('meetingid is 5; expected a text')
    expect(list()).toEqual(before)
    expect(update(meetingid, { meetingid, extra: { new_field: 1 } })).toMatchObject({
      new_field: 1,
    })
  })

  test('that is removed is unknown by each of its ids, and makes room', async () => {
    const { meetingid, meeting_code } = add({ meetingid: 'a', meeting_code: '1' })
    expect(remove('a')).toBeUndefined()
    expect(await call(mock, operation, { meetingid })).toMatchObject({ errcode: 90602 })
    expect(await call(mock, operation, { meeting_code })).toMatchObject({ errcode: 730004 })
    expect(() => remove('a')).toThrow(`no ${kind} has the meetingid a`)
    expect(add({ meetingid: 'a', meeting_code: '1' })).toMatchObject({ meetingid: 'a' })
  })

  test("of the page's own sample can be changed and removed, too", async () => {
    const meetingid = String(list()[0]?.meetingid)
    update(meetingid, { title: '三' })
    expect(await call(mock, operation, { meetingid })).toMatchObject({ title: '三' })
    remove(meetingid)
    expect(await call(mock, operation, { meetingid })).toMatchObject({ errcode: 90602 })
  })
})

test("a meeting's sub-meetings change with it", async () => {
  const recurring = mock.meetings.find(({ sub_meetings }) => sub_meetings?.length === 10)
  const meetingid = String(recurring?.meetingid)
  const [first, second] = recurring?.sub_meetings ?? []
  const errcodeOf = async (sub_meetingid: string | undefined) =>
    (await call(mock, 'getMeeting', { meetingid, sub_meetingid })).errcode
  mock.updateMeeting(meetingid, { sub_meetings: first ? [first] : [] })
  expect(await errcodeOf(first?.sub_meetingid)).toBe(0)
  expect(await errcodeOf(second?.sub_meetingid)).toBe(730003)
})

describe("a webinar's enrollments", () => {
  const errcodeOf = async (meetingid: string) =>
    (await call(mock, 'listWebinarEnrollments', { meetingid })).errcode

  test('stay when it changes, are replaced when they are given, and can be switched off', async () => {
    const { meetingid } = mock.addWebinar({ enrollments: 3 })
    const before = mock.enrollments(meetingid)
    mock.updateWebinar(meetingid, { status: 'MEETING_STATE_CANCELLED' })
    expect(mock.enrollments(meetingid)).toEqual(before)
    mock.updateWebinar(meetingid, { enrollments: [{ nick_name: '王芳' }] })
    expect(mock.enrollments(meetingid)).toMatchObject([{ nick_name: '王芳' }])
    mock.updateWebinar(meetingid, { enrollments: false })
    expect(await errcodeOf(meetingid)).toBe(40058)
    mock.updateWebinar(meetingid, { enrollments: 0 })
    expect(await errcodeOf(meetingid)).toBe(0)
  })

  test('that are wrong leave the webinar as it was', () => {
    const { meetingid } = mock.addWebinar({ title: '一', enrollments: 1 })
    const enrollments = [{ nickname: '王芳' }] as never
    expect(() => mock.updateWebinar(meetingid, { title: '二', enrollments })).toThrow(
      'enrollments[0] has no field nickname',
    )
    expect(mock.webinars).toContainEqual(expect.objectContaining({ meetingid, title: '一' }))
    expect(mock.enrollments(meetingid)).toHaveLength(1)
  })

  test('go with it', () => {
    const { meetingid } = mock.addWebinar({ enrollments: 3 })
    mock.removeWebinar(meetingid)
    expect(() => mock.enrollments(meetingid)).toThrow('no webinar with enrollment')
    mock.addWebinar({ meetingid, enrollments: false })
    expect(() => mock.enrollments(meetingid)).toThrow('no webinar with enrollment')
  })
})
