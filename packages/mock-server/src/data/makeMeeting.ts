import type { JsonObject } from '../json.ts'
import type { Random } from '../Random.ts'
import { makePeople, type Person } from './makePeople.ts'

const hour = 3600
const [inProgress, ended] = [2, 3]
const titles = ['季度经营分析会', '新员工入职培训', '客户项目评审会', '产品需求评审会']
const locations = ['深圳总部 3 楼会议室', '广州分公司 502', '线上会议', '北京研发中心 A 座']

/** What `meeting/get_info` returns for a plausible one-off meeting, with `fields` in place of what chance gives. */
export function makeMeeting(random: Random, fields: JsonObject = {}): JsonObject {
  const start = Date.UTC(2026, 2, random.integer(2, 27), random.integer(1, 8)) / 1000
  const members = makePeople(random, 6)
  const [admin, host, coHost] = members.map(({ userid }) => userid)
  const meeting_code = random.digits(9)
  return {
    errcode: 0,
    errmsg: 'ok',
    admin_userid: admin,
    title: random.pick(titles),
    meeting_start: start,
    meeting_duration: hour,
    description: '请提前阅读会议材料，会后由主持人发送纪要。',
    location: random.pick(locations),
    main_department: random.integer(1, 20),
    status: ended,
    meeting_type: 0,
    attendees: makeAttendees(random, members, {
      start,
      duration: hour,
      held: isHeld(fields.status),
    }),
    settings: {
      remind_scope: 3,
      need_password: false,
      enable_waiting_room: false,
      allow_enter_before_host: true,
      enable_enter_mute: 2,
      allow_unmute_self: true,
      allow_external_user: true,
      enable_screen_watermark: false,
      watermark_type: 0,
      auto_record_type: 'cloud',
      attendee_join_auto_record: false,
      enable_host_pause_auto_record: true,
      enable_doc_upload_permission: true,
      enable_enroll: false,
      enable_host_key: false,
      hosts: { userid: [host] },
      current_hosts: { userid: [host] },
      co_hosts: { userid: [coHost] },
      ring_users: { userid: [] },
    },
    reminders: {
      is_repeat: 0,
      repeat_type: 0,
      is_custom_repeat: 0,
      repeat_interval: 0,
      repeat_until_type: 0,
      remind_before: [0, 900],
    },
    meeting_code,
    meeting_link: `https://example.com/meeting/${meeting_code}`,
    has_vote: false,
    has_more_sub_meeting: 0,
    remain_sub_meetings: 0,
    guests: [],
    ...fields,
  }
}

/** Nobody comes to a meeting that is still to start, was cancelled or has expired unheld. */
function isHeld(status: unknown = ended): boolean {
  return status === inProgress || status === ended
}

const week = 7 * 24 * 3600
const recurringTitle = '产品与研发周例会'
const [weekly, untilCount] = [1, 1]

/** A weekly meeting of ten, one of them moved, so that the series has two segments. */
export function makeRecurringMeeting(random: Random): JsonObject {
  const start = Date.UTC(2026, 2, 2, 2) / 1000
  const segments = [random.id('seg-', 24), random.id('seg-', 24)] as const
  const occurrences = Array.from({ length: 10 }, (_, index) => ({
    sub_meetingid: random.id('sub', 24),
    status: index === 4 ? 1 : 0,
    start_time: start + index * week,
    end_time: start + index * week + hour,
    title: recurringTitle,
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
    title: recurringTitle,
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

const [attended, absent] = [1, 2]

/** Times in Unix seconds. */
interface Held {
  start: number
  duration: number
  /** Whether it took place at all. */
  held: boolean
}

/** Colleagues and two guests from outside; most joined, some never did. Times in Unix seconds. */
function makeAttendees(random: Random, members: readonly Person[], meeting: Held): JsonObject {
  return {
    member: members.map(({ userid }) => ({ userid, ...makeAttendance(random, meeting) })),
    tmp_external_user: Array.from({ length: 2 }, () => ({
      tmp_external_userid: random.id('wo', 28),
      ...makeAttendance(random, meeting),
    })),
  }
}

function makeAttendance(random: Random, { start, duration, held }: Held): JsonObject {
  if (!held || random.chance(20)) {
    return {
      status: absent,
      first_join_time: 0,
      last_quit_time: 0,
      total_join_count: 0,
      cumulative_time: 0,
    }
  }
  const late = random.integer(0, 600)
  const early = random.integer(0, 300)
  return {
    status: attended,
    first_join_time: start + late,
    last_quit_time: start + duration - early,
    total_join_count: random.integer(1, 3),
    cumulative_time: duration - late - early,
  }
}
