import { isJsonObject, type JsonObject } from '../json.ts'
import type { Random } from '../Random.ts'
import madeUp from './madeUp.json' with { type: 'json' }
import { makePerson } from './makePeople.ts'

const twoHours = 7200
const { titles, sponsors, fields: common, activityPage } = madeUp.webinar
const held = 'MEETING_STATE_RECYCLED'

/**
 * What `webinar/get` returns for a plausible webinar, with `fields` in place of what chance gives. A field
 * that needs another setting is made up only where that is on.
 */
export function makeWebinar(random: Random, fields: JsonObject = {}): JsonObject {
  const start = Date.UTC(2026, 3, random.integer(6, 24), 6) / 1000
  const meetingid = random.id('hy', 32)
  const { activity_page, media_setting, status } = { ...common, ...fields }
  const isRecorded = isJsonObject(media_setting) && media_setting.auto_record_type === 'cloud'
  const playback_url = `https://example.com/webinar/${meetingid}/playback`
  return {
    meetingid,
    meeting_code: random.digits(9),
    title: random.pick(titles),
    sponsor: random.pick(sponsors),
    start_time: String(start),
    end_time: String(start + twoHours),
    hosts: [{ userid: makePerson(random).userid }],
    audience_join_link: `https://example.com/webinar/${meetingid}/audience`,
    guest_join_link: `https://example.com/webinar/${meetingid}/guest`,
    ...common,
    ...(activity_page ? activityPage : {}),
    ...(isRecorded ? { playback_for_audience: true } : {}),
    ...(isRecorded && status === held ? { playback_url } : {}),
    ...fields,
  }
}
