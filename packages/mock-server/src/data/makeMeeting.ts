import type { JsonObject } from '../json.ts'
import { makeAttendees } from './makeAttendees.ts'
import { people } from './people.ts'
import type { Random } from './Random.ts'

const hour = 3600
const [inProgress, ended] = [2, 3]
const titles = ['季度经营分析会', '新员工入职培训', '客户项目评审会', '产品需求评审会']
const locations = ['深圳总部 3 楼会议室', '广州分公司 502', '线上会议', '北京研发中心 A 座']

/** What `meeting/get_info` answers for a plausible one-off meeting, with `fields` in place of what chance gives. */
export function makeMeeting(random: Random, fields: JsonObject = {}): JsonObject {
  const start = Date.UTC(2026, 2, random.integer(2, 27), random.integer(1, 8)) / 1000
  const members = people(random, 6)
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
