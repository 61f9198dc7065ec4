import type { DisplayNumberOfAttendees } from '../generated/codedValues.ts'
import type { components } from '../generated/openapi.ts'
import { listOf } from './listOf.ts'

type Schemas = components['schemas']

/** A host of a webinar. */
export type WebinarHost = Schemas['WebinarHost']

/** Sound, watermark and recording of a webinar. */
export interface WebinarMediaSetting
  extends Omit<Schemas['WebinarMediaSetting'], 'mute_enable_join' | 'enable_enter_mute'> {
  /** Whether guests are muted as they join; also where WeCom answers with `mute_enable_join`. */
  enable_enter_mute?: boolean
}

/**
 * A webinar, with WeCom's own field names. What its page contradicts is resolved: always `title`,
 * `enable_enter_mute` and a numeric `display_number_of_attendees`. `wecom.raw` hands out what came.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98860
 */
export interface Webinar
  extends Omit<
    Schemas['Webinar'],
    | 'errcode'
    | 'errmsg'
    | 'title'
    | 'subject'
    | 'hosts'
    | 'media_setting'
    | 'display_number_of_attendees'
  > {
  /** What the webinar is about; also where WeCom answers with `subject`. Empty if it names neither. */
  title: string
  /** The webinar's hosts. */
  hosts: WebinarHost[]
  /** Sound, watermark and recording. */
  media_setting: WebinarMediaSetting
  /** Whether the activity page shows how many have enrolled. */
  display_number_of_attendees?: DisplayNumberOfAttendees
}

/** Resolves what the page contradicts, in place; see spec/CONTRADICTIONS.md. */
export function resolveWebinar({
  subject,
  ...answer
}: Omit<Schemas['Webinar'], 'errcode' | 'errmsg'>): Webinar {
  const { mute_enable_join: muted, ...media } = answer.media_setting ?? {}
  if (muted !== undefined) media.enable_enter_mute ??= muted
  answer.title ??= subject ?? ''
  answer.hosts = listOf(answer.hosts)
  if (answer.display_number_of_attendees)
    answer.display_number_of_attendees = Number(answer.display_number_of_attendees)
  answer.media_setting = media as Schemas['WebinarMediaSetting']
  return answer as Webinar
}
