import { readFileSync } from 'node:fs'
import { operationsOf, readSpec } from '@wecom-meeting/spec'
import { describe, expect, test } from 'vitest'
import { contradictions, readContradictions } from './contradictions.ts'

// biome-ignore lint/suspicious/noExplicitAny: the examples are read in places that no type knows
type Json = any

/** Examples of the operations that belong together. */
interface Examples {
  meeting: Json
  webinar: Json
  page: Json
  ids: Json
  meetingRequest: Json
  pageRequest: Json
}

const operations = operationsOf(readSpec())
const published: Examples = {
  meeting: response('getMeeting', 'as-published'),
  webinar: response('getWebinar', 'as-published'),
  page: response('listWebinarEnrollments', 'as-published'),
  ids: response('listMeetingIds', 'as-published'),
  meetingRequest: request('getMeeting', 'as-published'),
  pageRequest: request('listWebinarEnrollments', 'as-published'),
}
const resolved: Examples = {
  meeting: response('getMeeting', 'resolved'),
  webinar: response('getWebinar', 'resolved'),
  page: response('listWebinarEnrollments', 'resolved'),
  ids: response('listMeetingIds', 'resolved'),
  meetingRequest: request('getMeeting', 'by-meeting-code'),
  pageRequest: request('listWebinarEnrollments', 'first-page'),
}

/** What an example has in it where it holds a row's contradiction. */
const signs: Record<number, (examples: Examples) => boolean> = {
  2: ({ webinar }) => 'mute_enable_join' in webinar.media_setting,
  12: ({ page }) => page.enroll_list.some(({ enroll_id }: Json) => typeof enroll_id !== 'string'),
  13: ({ meeting }) => meeting.sub_meetings.some((one: Json) => one.start_time >= 2 ** 32),
  14: ({ meeting }) => meeting.sub_meetings.some((one: Json) => one.end_time >= 2 ** 32),
  15: ({ meeting }) => 'cal_id' in meeting,
  17: ({ meeting }) => 'enable_enter_mute_type' in meeting.settings,
  18: ({ webinar }) => !('meeting_code' in webinar),
  19: ({ webinar }) => !('status' in webinar),
  20: ({ webinar }) => !('errcode' in webinar && 'errmsg' in webinar),
  27: ({ meeting }) =>
    meeting.attendees.tmp_external_user.some(({ status }: Json) => ![1, 2].includes(status)),
  28: ({ webinar }) => !/^\d{4,6}$/.test(webinar.password),
  29: ({ webinar }) =>
    !webinar.activity_page &&
    ['cover_url', 'description', 'display_number_of_attendees'].some((name) => name in webinar),
  30: ({ webinar }) => webinar.activity_page === false,
  31: ({ webinar }) =>
    webinar.playback_for_audience && webinar.media_setting.auto_record_type !== 'cloud',
  32: ({ webinar }) => 'warm_up_picture' in webinar && 'warm_up_video' in webinar,
  33: ({ webinar }) => 'password' in webinar && webinar.admission_type !== 2,
  34: ({ webinar }) => 'manual_check_link' in webinar || 'manual_check_password' in webinar,
  35: (examples) =>
    rules(examples).some((rule) => 'repeat_until' in rule && rule.repeat_until_type),
  37: (examples) =>
    rules(examples).some(
      ({ repeat_type, repeat_day_of_week, repeat_day_of_month }) =>
        (repeat_day_of_week && repeat_type !== 1) || (repeat_day_of_month && repeat_type !== 2),
    ),
  38: (examples) =>
    examples.meeting.status === 1 &&
    attendees(examples).some(({ first_join_time }) => first_join_time),
  39: (examples) =>
    attendees(examples).some(
      ({ status, total_join_count }) => status === 2 && total_join_count > 0,
    ),
  40: (examples) =>
    attendees(examples).some(
      ({ first_join_time: first, last_quit_time: last, cumulative_time }) =>
        first !== undefined &&
        (first < examples.meeting.meeting_start || last - first < cumulative_time),
    ),
  41: ({ meeting }) =>
    !meeting.settings.allow_external_user && meeting.attendees.tmp_external_user.length > 0,
  42: (examples) =>
    settings(examples).some((one) => 'watermark_type' in one && !one.enable_screen_watermark),
  43: ({ meeting }) => {
    const segments = meeting.sub_repeat_list.map(({ repeat_id }: Json) => repeat_id)
    return meeting.sub_meetings.some(({ repeat_id }: Json) => !segments.includes(repeat_id))
  },
  44: ({ meeting }) =>
    !meeting.sub_meetings.some((one: Json) => one.sub_meetingid === meeting.current_sub_meetingid),
  45: ({ meeting }) =>
    meeting.guests.some((guest: Json) => guest.area === '86' && guest.phone_number.length !== 11),
  46: (examples) => {
    const { hosts, co_hosts, ring_users } = examples.meeting.settings
    const known = [hosts.userid, co_hosts.userid, attendees(examples).map(({ userid }) => userid)]
    return ring_users.userid.some((userid: string) => !known.flat().includes(userid))
  },
  47: ({ page, pageRequest }) =>
    page.enroll_list.some(
      ({ status }: Json) => pageRequest.status && pageRequest.status !== status,
    ),
  48: ({ page }) => Boolean(page.next_cursor) && !page.has_more,
  49: ({ meetingRequest }) => !/^\d+$/.test(meetingRequest.meeting_code),
  65: ({ meetingRequest }) => 'meetingid' in meetingRequest && 'meeting_code' in meetingRequest,
  69: ({ meeting }) => 'has_vote' in meeting,
  75: ({ webinar: { start_time, end_time } }) => Number(end_time) - Number(start_time) > 24 * 3600,
  77: ({ meeting }) => meeting.has_more_sub_meeting === 1,
  78: (examples) =>
    settings(examples).some(
      (one) =>
        one.auto_record_type !== 'cloud' &&
        ('attendee_join_auto_record' in one || 'enable_host_pause_auto_record' in one),
    ),
  85: (examples) => {
    const { hosts, current_hosts, co_hosts } = examples.meeting.settings
    const present = attendees(examples)
      .filter(({ status }) => status === 1)
      .map(({ userid }) => userid)
    return (
      current_hosts.userid.some((userid: string) => !present.includes(userid)) ||
      co_hosts.userid.some((userid: string) => hosts.userid.includes(userid))
    )
  },
  86: ({ page, pageRequest }) =>
    pageRequest.cursor !== undefined && pageRequest.cursor === page.next_cursor,
  109: ({ ids }) => Boolean(ids.next_cursor) && ids.meetingid_list.length < 100,
  99: ({ meeting }) => !/^\d{6}$/.test(meeting.settings.host_key),
}

/** Rows on what pages say: the sample is right, or it shows nothing of it. */
const wordsOnly = [
  1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 16, 21, 22, 23, 24, 25, 26, 36, 50, 51, 52, 53, 54, 55, 56, 57,
  58, 59, 60, 61, 62, 63, 64, 66, 67, 68, 70, 71, 72, 73, 74, 76, 79, 80, 81, 82, 83, 84, 87, 88,
  89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 100, 101, 102, 103, 104, 105, 106, 107, 108, 110, 111,
  112, 113, 114, 115, 116, 117, 118, 119, 120,
]

test('each row either shows in the samples, or is about what the pages say', () => {
  const known = [...Object.keys(signs).map(Number), ...wordsOnly].toSorted((a, b) => a - b)
  expect([...contradictions.keys()].toSorted((a, b) => a - b)).toEqual(known)
})

describe.each(Object.entries(signs))('row %s', (_row, isIn) => {
  test("shows in the pages' samples", () => expect(Boolean(isIn(published))).toBe(true))
  test('does not show in the resolved examples', () => expect(Boolean(isIn(resolved))).toBe(false))
})

describe('in Chinese', () => {
  const chinese = readContradictions('CONTRADICTIONS.zh-CN.md')
  const words: Record<string, string> = { settled: '已定', open: '未定' }

  test('there are the same rows in the same order', () => {
    expect([...chinese.keys()]).toEqual([...contradictions.keys()])
  })

  test.each([...contradictions.values()])('row $row says the same', ({ row, cells, state }) => {
    const twin = chinese.get(row)
    expect(twin?.cells.length).toBe(cells.length)
    expect(twin?.cells.map(namesIn)).toEqual(cells.map(namesIn))
    expect(twin?.state.slice(0, 2)).toBe(words[state.split(':')[0] ?? ''])
  })
})

test.each([...contradictions.values()])(
  'row $row has all its cells and a state',
  ({ cells, state }) => {
    expect(cells).toHaveLength(7)
    expect(cells).not.toContain('')
    expect(state).toMatch(/^(settled|open)(: |$)/)
    // What is settled says by what.
    if (state.startsWith('settled')) expect(cells[3]).not.toBe('–')
  },
)

test.each(['README.md', 'README.zh-CN.md'])(
  '%s says how many there are, and how many are settled',
  (file) => {
    const readme = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
    const rows = [...contradictions.values()]
    const settled = rows.filter(({ state }) => state.startsWith('settled'))
    const paragraph = readme.split('\n\n').find((one) => one.includes('spec/CONTRADICTIONS'))
    expect(paragraph?.match(/\b\d+\b/g)).toEqual([rows.length, settled.length].map(String))
  },
)

/** The names in backticks, the sources and the numbers of pages: they are the same in both languages. */
function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`[^`]+`|\bS[1-5]\b|\b\d{5}\b/g)].map(([name]) => name).toSorted()
}

function response(operationId: string, name: string): Json {
  return operations.find((one) => one.operationId === operationId)?.responseExamples[name]
}

function request(operationId: string, name: string): Json {
  return operations.find((one) => one.operationId === operationId)?.requestExamples[name]
}

function rules({ meeting }: Examples): Json[] {
  return [meeting.reminders, ...meeting.sub_repeat_list]
}

function settings({ meeting, webinar }: Examples): Json[] {
  return [meeting.settings, webinar.media_setting]
}

function attendees({ meeting }: Examples): Json[] {
  return [...meeting.attendees.member, ...meeting.attendees.tmp_external_user]
}
