import type { components } from '../generated/openapi.ts'
import { listOf } from './listOf.ts'

type Schemas = components['schemas']

/** A member of the corp and how they attended. */
export type AttendeeMember = Schemas['AttendeeMember']
/** Somebody from outside the corp and how they attended. */
export type AttendeeExternalUser = Schemas['AttendeeExternalUser']
/** An invited guest. */
export type MeetingGuest = Schemas['MeetingGuest']
/** One meeting out of a recurring one. */
export type SubMeeting = Schemas['SubMeeting']

/** The attendees; the lists are there even where nobody attended. */
export interface MeetingAttendees {
  /** Members of the corp. */
  member: AttendeeMember[]
  /** People from outside; those who joined through WeChat are not listed. */
  tmp_external_user: AttendeeExternalUser[]
}

/** The meeting's settings. */
export interface MeetingSettings extends Omit<Schemas['MeetingSettings'], 'password'> {
  /**
   * The password, where the meeting has one. The page's table calls it a bool; should WeCom answer
   * with one, it goes into `need_password` instead.
   */
  password?: string
}

/**
 * A meeting, with WeCom's own field names. What its page contradicts is resolved: lists are always
 * lists, and `settings.password` is always text. `wecom.raw` hands out what came.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98149
 */
export interface Meeting
  extends Omit<
    Schemas['Meeting'],
    'errcode' | 'errmsg' | 'attendees' | 'guests' | 'sub_meetings' | 'sub_repeat_list' | 'settings'
  > {
  /** Who attended. */
  attendees: MeetingAttendees
  /** Invited guests; empty where there are none. */
  guests: MeetingGuest[]
  /** The meeting's settings. */
  settings: MeetingSettings
  /** The sub-meetings of a recurring meeting; empty for any other. */
  sub_meetings: SubMeeting[]
  /** The segments of a recurring meeting; empty for any other. */
  sub_repeat_list: Schemas['RecurrenceSegment'][]
}

/** Resolves what the page contradicts, in place; see spec/CONTRADICTIONS.md. */
export function resolveMeeting(answer: Omit<Schemas['Meeting'], 'errcode' | 'errmsg'>): Meeting {
  const groups = listOf(answer.attendees)
  answer.attendees = {
    member: groups.flatMap(({ member }) => listOf(member)),
    tmp_external_user: groups.flatMap(({ tmp_external_user }) => listOf(tmp_external_user)),
  }
  answer.guests = listOf(answer.guests)
  answer.sub_meetings = listOf(answer.sub_meetings)
  answer.sub_repeat_list = listOf(answer.sub_repeat_list)
  answer.settings ??= {} as Schemas['MeetingSettings']
  const { settings } = answer
  if (typeof settings.password === 'boolean') {
    settings.need_password ??= settings.password
    delete settings.password
  }
  return answer as Meeting
}
