import { expect, test } from 'vitest'
import { Random } from '../Random.ts'
import { makeRecurringMeeting } from './makeMeeting.ts'

const week = 7 * 24 * 3600
const meeting = makeRecurringMeeting(new Random(7)) as unknown as RecurringMeeting

interface Rule {
  repeat_day_of_week: number[]
  repeat_until_count: number
}

interface RecurringMeeting {
  title: string
  meeting_start: number
  meeting_duration: number
  reminders: Rule
  remain_sub_meetings: number
  current_sub_meetingid: string
  sub_meetings: {
    sub_meetingid: string
    status: number
    start_time: number
    end_time: number
    title: string
    repeat_id: string
  }[]
  sub_repeat_list: (Rule & { repeat_id: string })[]
}

const segments = meeting.sub_repeat_list.map((segment) => ({
  segment,
  meetings: meeting.sub_meetings.filter(({ repeat_id }) => repeat_id === segment.repeat_id),
}))

test('each segment has the days, the interval and the number of meetings that its rule says', () => {
  for (const { segment, meetings } of segments) {
    expect(meetings).toHaveLength(segment.repeat_until_count)
    const starts = meetings.map(({ start_time }) => start_time)
    expect(new Set(starts.map(dayOfWeek))).toEqual(new Set(segment.repeat_day_of_week))
    expect(starts.slice(1).map((start, index) => start - (starts[index] ?? 0))).toEqual(
      starts.slice(1).map(() => week),
    )
  }
})

test('every meeting is in a segment, and the second segment is on another day', () => {
  expect(segments.flatMap(({ meetings }) => meetings)).toHaveLength(meeting.sub_meetings.length)
  expect(meeting.reminders.repeat_until_count).toBe(meeting.sub_meetings.length)
  const days = meeting.sub_repeat_list.map(({ repeat_day_of_week }) => repeat_day_of_week)
  expect(days).toEqual([[1], [2]])
  expect(meeting.reminders.repeat_day_of_week).toEqual(days[0])
})

test('the meeting is the first of its sub-meetings, and all have its length and title', () => {
  expect(meeting.sub_meetings[0]?.start_time).toBe(meeting.meeting_start)
  for (const { start_time, end_time, title } of meeting.sub_meetings) {
    expect([end_time - start_time, title]).toEqual([meeting.meeting_duration, meeting.title])
  }
})

test('as many remain as come after the current one and are not deleted', () => {
  const ids = meeting.sub_meetings.map(({ sub_meetingid }) => sub_meetingid)
  const current = ids.indexOf(meeting.current_sub_meetingid)
  expect(current).toBeGreaterThanOrEqual(0)
  const coming = meeting.sub_meetings.slice(current + 1).filter(({ status }) => status === 0)
  expect(meeting.remain_sub_meetings).toBe(coming.length)
})

/** In UTC+8, 1 for Monday to 7 for Sunday. */
function dayOfWeek(seconds: number): number {
  return new Date((seconds + 8 * 3600) * 1000).getUTCDay() || 7
}
