import type { JsonObject } from '../json.ts'
import type { Random } from '../Random.ts'
import madeUp from './madeUp.json' with { type: 'json' }
import { makePeople } from './makePeople.ts'

const hour = 3600
const [inProgress, ended] = [2, 3]
const [attended, absent] = [1, 2]
const recurring = 1
const remind_before = [0, 900]
const { titles, locations, settings, fields: common } = madeUp.meeting

/**
 * What `meeting/get_info` returns for a plausible one-off meeting, with `fields` in place of what chance
 * gives. A field that needs another setting is made up only where that is on.
 */
export function makeMeeting(random: Random, fields: JsonObject = {}): JsonObject {
  const start = Date.UTC(2026, 2, random.integer(2, 27), random.integer(1, 8)) / 1000
  const members = makePeople(random, 6).map(({ userid }) => ({ userid }))
  const [admin, host, coHost] = members.map(({ userid }) => userid)
  const meeting_code = random.digits(9)
  // Nobody comes to a meeting that is still to start, was cancelled or has expired unheld.
  const { status = ended, meeting_type } = fields
  const start_time = status === inProgress || status === ended ? start : undefined
  const scheduled = { title: random.pick(titles), meeting_start: start }
  const place = { location: random.pick(locations), main_department: random.integer(1, 20) }
  const member = members.map((one) => ({ ...one, ...makeAttendance(random, start_time) }))
  const outsiders = Array.from({ length: 2 }, () => ({
    tmp_external_userid: random.id('wo', 28),
    ...makeAttendance(random, start_time),
  }))
  const [present] = member.filter(hasAttended)
  return {
    errcode: 0,
    errmsg: 'ok',
    admin_userid: admin,
    ...scheduled,
    ...place,
    attendees: { member, tmp_external_user: outsiders.filter(hasAttended) },
    settings: {
      ...settings,
      hosts: { userid: [host] },
      co_hosts: { userid: [coHost] },
      ...(status === inProgress && present ? { current_hosts: { userid: [present.userid] } } : {}),
    },
    reminders: { is_repeat: meeting_type === recurring ? 1 : 0, remind_before },
    meeting_code,
    meeting_link: `https://example.com/meeting/${meeting_code}`,
    ...common,
    ...fields,
  }
}

function hasAttended({ status }: JsonObject): boolean {
  return status === attended
}

/** Most join, some never do; nobody does without a start. */
function makeAttendance(random: Random, start: number | undefined): JsonObject {
  if (start === undefined || random.chance(20)) {
    return { status: absent, total_join_count: 0, cumulative_time: 0 }
  }
  const [late, early] = [random.integer(0, 600), random.integer(0, 300)]
  return {
    status: attended,
    first_join_time: start + late,
    last_quit_time: start + hour - early,
    total_join_count: random.integer(1, 3),
    cumulative_time: hour - late - early,
  }
}

/** Ten weekly meetings, moved from Monday to Tuesday half-way, so that the series has two segments. */
export function makeRecurringMeeting(random: Random): JsonObject {
  const ids = new Map<string, string>()
  const makeId = (name: string, prefix: string): string => {
    const id = ids.get(name) ?? random.id(prefix, 24)
    ids.set(name, id)
    return id
  }
  const meeting = JSON.stringify(madeUp.recurringMeeting)
  return JSON.parse(meeting.replaceAll(/(?<=")(seg-|sub)\d+(?=")/g, makeId))
}
