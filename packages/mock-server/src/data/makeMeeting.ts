import type { JsonObject } from '../json.ts'
import type { Random } from '../Random.ts'
import madeUp from './madeUp.json' with { type: 'json' }
import { makePeople } from './makePeople.ts'

const hour = 3600
const day = 24 * hour
const week = 7 * day
const [inProgress, ended] = [2, 3]
const [attended, absent] = [1, 2]
const [monday, tuesday] = [1, 2]
const { titles, locations, settings, fields: common } = madeUp.meeting

/** What `meeting/get_info` returns for a plausible one-off meeting, with `fields` in place of what chance gives. */
export function makeMeeting(random: Random, fields: JsonObject = {}): JsonObject {
  const start = Date.UTC(2026, 2, random.integer(2, 27), random.integer(1, 8)) / 1000
  const members = makePeople(random, 6).map(({ userid }) => ({ userid }))
  const [admin, host, coHost] = members.map(({ userid }) => userid)
  const meeting_code = random.digits(9)
  // Nobody comes to a meeting that is still to start, was cancelled or has expired unheld.
  const { status = ended } = fields
  const start_time = status === inProgress || status === ended ? start : undefined
  return {
    errcode: 0,
    errmsg: 'ok',
    admin_userid: admin,
    title: random.pick(titles),
    meeting_start: start,
    location: random.pick(locations),
    main_department: random.integer(1, 20),
    attendees: {
      member: members.map((member) => ({ ...member, ...makeAttendance(random, start_time) })),
      tmp_external_user: Array.from({ length: 2 }, () => ({
        tmp_external_userid: random.id('wo', 28),
        ...makeAttendance(random, start_time),
      })),
    },
    settings: {
      ...settings,
      hosts: { userid: [host] },
      current_hosts: { userid: [host] },
      co_hosts: { userid: [coHost] },
      ring_users: { userid: [] },
    },
    meeting_code,
    meeting_link: `https://example.com/meeting/${meeting_code}`,
    ...common,
    ...fields,
  }
}

/** Most join, some never do; nobody does without a start. */
function makeAttendance(random: Random, start: number | undefined): JsonObject {
  const isThere = start !== undefined && !random.chance(20)
  const [late, early] = isThere ? [random.integer(0, 600), random.integer(0, 300)] : [0, 0]
  return {
    status: isThere ? attended : absent,
    first_join_time: isThere ? start + late : 0,
    last_quit_time: isThere ? start + hour - early : 0,
    total_join_count: isThere ? random.integer(1, 3) : 0,
    cumulative_time: isThere ? hour - late - early : 0,
  }
}

/** Ten weekly meetings, moved from Monday to Tuesday half-way, so that the series has two segments. */
export function makeRecurringMeeting(random: Random): JsonObject {
  const start = Date.UTC(2026, 2, 2, 2) / 1000
  const title = '产品与研发周例会'
  const segments = [
    { repeat_id: random.id('seg-', 24), ...makeRule(monday, 5) },
    { repeat_id: random.id('seg-', 24), ...makeRule(tuesday, 5) },
  ] as const
  const sub_meetings = Array.from({ length: 10 }, (_, index) => {
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
    status: inProgress,
    meeting_type: 1,
    meeting_start: start,
    meeting_duration: hour,
    reminders: { is_repeat: 1, ...makeRule(monday, 10), remind_before: [0, 900] },
    remain_sub_meetings: 6,
    current_sub_meetingid: sub_meetings[2]?.sub_meetingid,
    sub_meetings,
    sub_repeat_list: segments,
  }
}

function makeRule(dayOfWeek: number, count: number): JsonObject {
  const [weekly, untilCount] = [1, 1]
  return {
    repeat_type: weekly,
    repeat_until_type: untilCount,
    repeat_until_count: count,
    repeat_interval: 1,
    is_custom_repeat: 1,
    repeat_day_of_week: [dayOfWeek],
  }
}
