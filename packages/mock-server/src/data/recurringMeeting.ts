import type { JsonObject } from '../json.ts'
import type { Random } from './Random.ts'

const hour = 3600
const day = 24 * hour
const week = 7 * day
const title = '产品与研发周例会'
const [weekly, untilCount] = [1, 1]
const [monday, tuesday] = [1, 2]

/** Ten weekly meetings, moved from Monday to Tuesday half-way, so that the series has two segments. */
export function recurringMeeting(random: Random): JsonObject {
  const start = Date.UTC(2026, 2, 2, 2) / 1000
  const segments = [
    { repeat_id: random.id('seg-', 24), ...rule(monday, 5) },
    { repeat_id: random.id('seg-', 24), ...rule(tuesday, 5) },
  ] as const
  const occurrences = Array.from({ length: 10 }, (_, index) => {
    const { repeat_id } = segments[index < 5 ? 0 : 1]
    const start_time = start + index * week + (index < 5 ? 0 : day)
    return {
      sub_meetingid: random.id('sub', 24),
      status: index === 4 ? 1 : 0,
      start_time,
      end_time: start_time + hour,
      title,
      repeat_id,
    }
  })
  return {
    title,
    status: 2,
    meeting_type: 1,
    meeting_start: start,
    meeting_duration: hour,
    reminders: { is_repeat: 1, ...rule(monday, 10), remind_before: [0, 900] },
    remain_sub_meetings: 6,
    current_sub_meetingid: occurrences[2]?.sub_meetingid,
    sub_meetings: occurrences,
    sub_repeat_list: segments,
  }
}

function rule(dayOfWeek: number, count: number): JsonObject {
  return {
    repeat_type: weekly,
    repeat_until_type: untilCount,
    repeat_until_count: count,
    repeat_interval: 1,
    is_custom_repeat: 1,
    repeat_day_of_week: [dayOfWeek],
  }
}
