import { expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { Random } from '../Random.ts'
import { makeMeeting, makeRecurringMeeting } from './makeMeeting.ts'
import { makeWebinar } from './makeWebinar.ts'

// biome-ignore lint/suspicious/noExplicitAny: made-up data is read in places that no type knows
type Json = any

const seeds = Array.from({ length: 40 }, (_, seed) => seed)

const meetings: Json[] = seeds.flatMap((seed) => [
  ...[1, 2, 3, 4, 5].map((status) => makeMeeting(new Random(seed), { status })),
  makeMeeting(new Random(seed), { meeting_type: 1 }),
  makeMeeting(new Random(seed), makeRecurringMeeting(new Random(seed))),
])

const webinars: Json[] = seeds.flatMap((seed) =>
  [
    {},
    { status: 'MEETING_STATE_RECYCLED' },
    { status: 'MEETING_STATE_RECYCLED', media_setting: { auto_record_type: 'none' } },
    { activity_page: false },
    { admission_type: 0 },
    { media_setting: { auto_record_type: 'local' } },
  ].map((fields: JsonObject) => makeWebinar(new Random(seed), fields)),
)

/** When each conditional field of a meeting may be there. */
const ofMeetings: Record<string, (meeting: Json) => boolean> = {
  'settings.watermark_type': ({ settings }) => settings.enable_screen_watermark,
  'settings.attendee_join_auto_record': ({ settings }) => settings.auto_record_type === 'cloud',
  'settings.enable_host_pause_auto_record': ({ settings }) => settings.auto_record_type === 'cloud',
  'settings.password': ({ settings }) => settings.need_password,
  'settings.host_key': ({ settings }) => settings.enable_host_key,
  'settings.ring_users': ({ settings }) => settings.remind_scope === 4,
  'settings.current_hosts': ({ status }) => status === 2,
  'reminders.repeat_type': isRecurring,
  'reminders.is_custom_repeat': isRecurring,
  'reminders.repeat_interval': isRecurring,
  'reminders.repeat_day_of_week': ({ reminders }) => reminders.repeat_type === 1,
  'reminders.repeat_day_of_month': ({ reminders }) => reminders.repeat_type === 2,
  'reminders.repeat_until_type': isRecurring,
  'reminders.repeat_until_count': ({ reminders }) => reminders.repeat_until_type === 1,
  'reminders.repeat_until': ({ reminders }) => reminders.repeat_until_type === 0,
  has_more_sub_meeting: isRecurring,
  remain_sub_meetings: isRecurring,
  current_sub_meetingid: isRecurring,
  sub_meetings: isRecurring,
  sub_repeat_list: isRecurring,
  // Only the meeting's creator and its hosts may query it, and an app is neither.
  has_vote: () => false,
}

/** When each conditional field of a webinar may be there. */
const ofWebinars: Record<string, (webinar: Json) => boolean> = {
  'media_setting.watermark_type': ({ media_setting }) => media_setting.enable_screen_watermark,
  'media_setting.attendee_join_auto_record': isRecorded,
  'media_setting.enable_host_pause_auto_record': isRecorded,
  password: ({ admission_type }) => admission_type === 2,
  cover_url: ({ activity_page }) => activity_page,
  description: ({ activity_page }) => activity_page,
  display_number_of_attendees: ({ activity_page }) => activity_page,
  playback_for_audience: isRecorded,
  playback_url: (webinar) => isRecorded(webinar) && webinar.status === 'MEETING_STATE_RECYCLED',
  warm_up_video: (webinar) => !('warm_up_picture' in webinar),
  manual_check_link: () => false,
  manual_check_password: () => false,
}

test.each(Object.entries(ofMeetings))('a meeting has %s only on its condition', (path, may) => {
  for (const meeting of meetings) if (!may(meeting)) expect(meeting).not.toHaveProperty(path)
})

test.each(Object.entries(ofWebinars))('a webinar has %s only on its condition', (path, may) => {
  for (const webinar of webinars) if (!may(webinar)) expect(webinar).not.toHaveProperty(path)
})

test('conditional fields are there where their condition is met', () => {
  const recorded = makeWebinar(new Random(1), { status: 'MEETING_STATE_RECYCLED' })
  for (const name of ['cover_url', 'description', 'playback_for_audience', 'playback_url']) {
    expect(recorded).toHaveProperty(name)
  }
  expect(makeMeeting(new Random(1), makeRecurringMeeting(new Random(1)))).toMatchObject({
    reminders: { is_repeat: 1, repeat_day_of_week: [1] },
    has_more_sub_meeting: 0,
    settings: { current_hosts: { userid: [expect.any(String)] } },
  })
})

test('who has not attended has neither joined nor left, and people from outside all attended', () => {
  for (const { attendees } of meetings) {
    const { member, tmp_external_user } = attendees
    for (const person of [...member, ...tmp_external_user]) {
      const attended = person.status === 1
      expect('first_join_time' in person).toBe(attended)
      expect('last_quit_time' in person).toBe(attended)
      expect(person.total_join_count > 0).toBe(attended)
    }
    expect(tmp_external_user.filter(({ status }: Json) => status !== 1)).toEqual([])
  }
})

test('whoever hosts now has joined', () => {
  for (const { attendees, settings } of meetings.filter(({ status }) => status === 2)) {
    const present = attendees.member.filter(({ status }: Json) => status === 1)
    const userids = present.map(({ userid }: Json) => userid)
    expect(userids).toEqual(expect.arrayContaining(settings.current_hosts?.userid ?? []))
  }
})

test('a meeting recurs by its type and by its reminders alike', () => {
  for (const { meeting_type, reminders } of meetings) {
    expect(reminders.is_repeat).toBe(meeting_type === 1 ? 1 : 0)
  }
})

function isRecurring({ meeting_type }: Json): boolean {
  return meeting_type === 1
}

function isRecorded({ media_setting }: Json): boolean {
  return media_setting.auto_record_type === 'cloud'
}
