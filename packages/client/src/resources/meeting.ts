import type { components } from '../generated/openapi.ts'
import { listOf } from './listOf.ts'

type Schemas = components['schemas']

/** A member of the corp and how they attended. */
export type AttendeeMember = Schemas['AttendeeMember']
/** Somebody from outside the corp and how they attended. */
export type AttendeeExternalUser = Schemas['AttendeeExternalUser']
/** An invited guest. */
export type Guest = Schemas['Guest']
/** One meeting out of a recurring one. */
export type SubMeeting = Schemas['SubMeeting']

/** The attendees; the lists are there even where nobody attended. */
export interface Attendees {
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
  attendees: Attendees
  /** Invited guests; empty where there are none. */
  guests: Guest[]
  /** The meeting's settings. */
  settings: MeetingSettings
  /** The sub-meetings of a recurring meeting; empty for any other. */
  sub_meetings: SubMeeting[]
  /** The segments of a recurring meeting; empty for any other. */
  sub_repeat_list: Schemas['SubRepeatInfo'][]
}

/** Resolves what the page contradicts; see spec/CONTRADICTIONS.md. */
export function resolveMeeting(answer: Schemas['Meeting']): Meeting {
  const {
    errcode: _,
    errmsg: __,
    attendees,
    guests,
    sub_meetings,
    sub_repeat_list,
    ...rest
  } = answer
  return {
    ...rest,
    attendees: resolveAttendees(attendees),
    guests: listOf(guests),
    settings: resolveSettings(answer.settings),
    sub_meetings: listOf(sub_meetings),
    sub_repeat_list: listOf(sub_repeat_list),
  }
}

function resolveAttendees(attendees: Schemas['Meeting']['attendees']): Attendees {
  const groups = listOf(attendees)
  return {
    member: groups.flatMap(({ member }) => listOf(member)),
    tmp_external_user: groups.flatMap(({ tmp_external_user }) => listOf(tmp_external_user)),
  }
}

function resolveSettings(settings: Schemas['MeetingSettings']): MeetingSettings {
  const { password, ...rest } = settings ?? {}
  if (typeof password === 'boolean') return { need_password: password, ...rest }
  return password === undefined ? rest : { ...rest, password }
}
