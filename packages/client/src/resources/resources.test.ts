import { expect, test } from 'vitest'
import { fakeWeCom } from '../../test/support/fakeWeCom.ts'
import { createWeComClient } from '../createWeComClient.ts'

/** A client whose every call is answered with `answer`. */
function answeredWith(answer: object) {
  const fake = fakeWeCom(() => ({ errcode: 0, errmsg: 'ok', ...answer }))
  return createWeComClient({ accessToken: 't', fetch: fake.fetch })
}
const getMeeting = (answer: object) => answeredWith(answer).meetings.get({ meetingid: 'm' })
const getWebinar = (answer: object) => answeredWith(answer).webinars.get({ meetingid: 'm' })
const member = { userid: 'lisi', status: 1 }

test.each<[string, object]>([
  ['an object of lists', { member: [member] }],
  ['a list of objects', [{ member }, { tmp_external_user: [] }]],
  ['an object of objects', { member }],
])('attendees written as %s', async (_, attendees) => {
  const meeting = await getMeeting({ attendees })
  expect(meeting.attendees).toEqual({ member: [member], tmp_external_user: [] })
})

test('what is missing from a meeting becomes an empty list', async () => {
  expect(await getMeeting({})).toEqual({
    attendees: { member: [], tmp_external_user: [] },
    guests: [],
    settings: {},
    sub_meetings: [],
    sub_repeat_list: [],
  })
})

test('lists that come as null or as an empty object are empty lists', async () => {
  expect(await getMeeting({ guests: null, sub_meetings: {} })).toMatchObject({
    guests: [],
    sub_meetings: [],
  })
})

test('a password that is a bool says whether one is needed', async () => {
  expect((await getMeeting({ settings: { password: true } })).settings).toEqual({
    need_password: true,
  })
  expect((await getMeeting({ settings: { password: '1234' } })).settings).toEqual({
    password: '1234',
  })
})

test('a webinar has a title under either name', async () => {
  expect((await getWebinar({ title: 'T' })).title).toBe('T')
  expect((await getWebinar({ subject: 'S' })).title).toBe('S')
  expect((await getWebinar({})).title).toBe('')
})

test('muting has one name, whichever of the two came', async () => {
  const muting = async (media_setting: object) =>
    (await getWebinar({ media_setting })).media_setting
  expect(await muting({ mute_enable_join: true })).toEqual({ enable_enter_mute: true })
  expect(await muting({ enable_enter_mute: false })).toEqual({ enable_enter_mute: false })
  expect(await muting({ mute_enable_join: true, enable_enter_mute: false })).toEqual({
    enable_enter_mute: false,
  })
  expect(await muting({})).toEqual({})
})

test('whether the number of attendees is shown is a number', async () => {
  const display_number_of_attendees = '1'
  expect(await getWebinar({ display_number_of_attendees })).toMatchObject({
    display_number_of_attendees: 1,
  })
  expect(await getWebinar({})).not.toHaveProperty('display_number_of_attendees')
})

test('an enrollment has a textual ID and a list of answers', async () => {
  const wecom = answeredWith({ has_more: false, enroll_list: [{ enroll_id: 1386442 }] })
  expect(await wecom.webinars.enrollments.list({ meetingid: 'm' })).toEqual({
    has_more: false,
    next_cursor: '',
    enroll_list: [{ enroll_id: '1386442', answer_list: [] }],
  })
})
