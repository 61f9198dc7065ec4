import type { JsonObject } from '../json.ts'
import type { Random } from './Random.ts'

const week = 7 * 24 * 3600
const hour = 3600
const title = '产品与研发周例会'
const [weekly, untilCount] = [1, 1]

/** A weekly meeting of ten, one of them moved, so that the series has two segments. */
export function recurringMeeting(random: Random): JsonObject {
  const start = Date.UTC(2026, 2, 2, 2) / 1000
  const segments = [random.id('seg-', 24), random.id('seg-', 24)] as const
  const occurrences = Array.from({ length: 10 }, (_, index) => ({
    sub_meetingid: random.id('sub', 24),
    status: index === 4 ? 1 : 0,
    start_time: start + index * week,
    end_time: start + index * week + hour,
    title,
    repeat_id: index < 5 ? segments[0] : segments[1],
  }))
  const rule = {
    repeat_type: weekly,
    repeat_until_type: untilCount,
    repeat_until_count: 10,
    repeat_interval: 1,
    is_custom_repeat: 1,
    repeat_day_of_week: [1],
  }
  return {
    title,
    status: 2,
    meeting_type: 1,
    meeting_start: start,
    reminders: { is_repeat: 1, ...rule, remind_before: [0, 900] },
    remain_sub_meetings: 7,
    current_sub_meetingid: occurrences[2]?.sub_meetingid,
    sub_meetings: occurrences,
    sub_repeat_list: segments.map((repeat_id) => ({ repeat_id, ...rule })),
  }
}
