import type { DisplayNumberOfAttendees } from '../generated/codedValues.ts'
import type { components } from '../generated/openapi.ts'
import { listOf } from './listOf.ts'

type Schemas = components['schemas']

/** A host of a webinar. */
export type HostInfo = Schemas['HostInfo']

/** Sound, watermark and recording of a webinar. */
export interface MediaSetting
  extends Omit<Schemas['MediaSetting'], 'mute_enable_join' | 'enable_enter_mute'> {
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
  hosts: HostInfo[]
  /** Sound, watermark and recording. */
  media_setting: MediaSetting
  /** Whether the activity page shows how many have enrolled. */
  display_number_of_attendees?: DisplayNumberOfAttendees
}

/** Resolves what the page contradicts; see spec/CONTRADICTIONS.md. */
export function resolveWebinar(answer: Schemas['Webinar']): Webinar {
  const { errcode: _, errmsg: __, title, subject, ...fields } = answer
  const { hosts, media_setting, display_number_of_attendees: display, ...rest } = fields
  return {
    ...rest,
    title: title ?? subject ?? '',
    hosts: listOf(hosts),
    media_setting: resolveMediaSetting(media_setting),
    ...(display !== undefined && { display_number_of_attendees: Number(display) }),
  }
}

function resolveMediaSetting(setting: Schemas['MediaSetting']): MediaSetting {
  const { mute_enable_join, enable_enter_mute = mute_enable_join, ...rest } = setting ?? {}
  return enable_enter_mute === undefined ? rest : { ...rest, enable_enter_mute }
}
