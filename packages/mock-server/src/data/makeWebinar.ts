import type { JsonObject } from '../json.ts'
import type { Random } from '../Random.ts'
import { makePerson } from './makePeople.ts'

const hour = 3600
const titles = ['春季新品线上发布会', '客户联系实战公开课', '数据安全合规讲堂', '智能办公年度峰会']
const sponsors = ['云帆科技市场部', '远山制造品牌中心', '星河零售会员部']

/** What `webinar/get` returns for a plausible webinar, with `fields` in place of what chance gives. */
export function makeWebinar(random: Random, fields: JsonObject = {}): JsonObject {
  const start = Date.UTC(2026, 3, random.integer(6, 24), 6) / 1000
  const meetingid = random.id('hy', 32)
  return {
    meetingid,
    meeting_code: random.digits(9),
    title: random.pick(titles),
    status: 'MEETING_STATE_INIT',
    sponsor: random.pick(sponsors),
    start_time: String(start),
    end_time: String(start + 2 * hour),
    admission_type: 1,
    hosts: [{ userid: makePerson(random).userid }],
    cover_url: 'https://example.com/webinar/cover.png',
    description: '本次网络研讨会将介绍新品功能、客户案例和上线计划，欢迎报名参加。',
    enable_guest_invite_link: false,
    audience_join_link: `https://example.com/webinar/${meetingid}/audience`,
    guest_join_link: `https://example.com/webinar/${meetingid}/guest`,
    media_setting: {
      enable_enter_mute: true,
      allow_unmute_self: false,
      allow_enter_before_host: true,
      enable_screen_watermark: false,
      watermark_type: 0,
      allow_external_user: false,
      auto_record_type: 'cloud',
      attendee_join_auto_record: true,
      enable_host_pause_auto_record: true,
    },
    enable_qa: true,
    activity_page: true,
    display_number_of_attendees: 1,
    playback_for_audience: true,
    playback_url: `https://example.com/webinar/${meetingid}/playback`,
    preparation_mode: false,
    warm_up_picture: 'https://example.com/webinar/warm-up.png',
    allow_attendees_invite_others: true,
    ...fields,
  }
}
