import { setId, setIds, toList, toObject, toText, toTitle, uniteNames } from '../readers.ts'
import type { Fields, Schemas } from '../schemas.ts'

/** A host of a webinar. */
export type WebinarHost = Schemas['WebinarHost']

/** Sound, watermark and recording of a webinar; empty where WeCom sends none. */
export interface WebinarMediaSetting
  extends Partial<Omit<Schemas['WebinarMediaSetting'], 'mute_enable_join' | 'enable_enter_mute'>> {
  /** Whether guests are muted as they join; also where WeCom returns `mute_enable_join`. */
  enable_enter_mute?: boolean
  /** Only where WeCom says something else under this name. */
  mute_enable_join?: boolean
}

/**
 * A webinar, with WeCom's own field names. What its page contradicts is resolved: always `title`,
 * `enable_enter_mute` and, out of digits, a numeric `display_number_of_attendees`; IDs are always text.
 * `wecom.raw` returns what WeCom sent.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98860
 */
export interface Webinar
  extends Fields<
    Schemas['Webinar'],
    'meetingid' | 'title' | 'subject' | 'hosts' | 'media_setting' | 'display_number_of_attendees'
  > {
  /** The webinar's ID; empty where WeCom sends none. */
  meetingid: string
  /** What the webinar is about; also where WeCom returns `subject`. Empty if it names neither. */
  title: string
  /** Only where WeCom says something else under this name. */
  subject?: string
  /** The webinar's hosts inside the app's visible range; empty where WeCom gives none. */
  hosts: WebinarHost[]
  /** Sound, watermark and recording. */
  media_setting: WebinarMediaSetting
  /**
   * Whether the activity page shows how many have enrolled or reserved; text only where that is no number.
   * Row 11 of spec/CONTRADICTIONS.md.
   */
  display_number_of_attendees?: Schemas['DisplayNumberOfAttendees'] | string
}

/** Resolves what the page contradicts, in place; see spec/CONTRADICTIONS.md. */
export function resolveWebinar(fields: Fields<Schemas['Webinar']>): Webinar {
  const { display_number_of_attendees: display } = fields
  if (/^\d{1,9}$/.test(toText(display))) fields.display_number_of_attendees = Number(display)
  const media_setting: WebinarMediaSetting = toObject(fields.media_setting)
  uniteNames(media_setting, 'enable_enter_mute', 'mute_enable_join')
  fields.title = toTitle(fields.title)
  uniteNames(fields, 'title', 'subject')
  setId(fields, 'meetingid')
  return Object.assign(setIds(fields), {
    title: toTitle(fields.title),
    hosts: toList<WebinarHost>(fields.hosts),
    media_setting,
  })
}
