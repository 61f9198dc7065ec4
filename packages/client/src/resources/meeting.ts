import { setIds, toList, toObject, toTitle } from '../readers.ts'
import type { Fields, Schemas } from '../schemas.ts'

/** A member of the corp and how they attended. */
export type AttendeeMember = Schemas['AttendeeMember']
/** Somebody from outside the corp and how they attended. */
export type AttendeeExternalUser = Schemas['AttendeeExternalUser']
/** An invited guest. */
export type MeetingGuest = Schemas['MeetingGuest']
/** One meeting out of a recurring one. */
export type SubMeeting = Schemas['SubMeeting']

/**
 * The attendees, one object of lists; if WeCom returns a list of such objects, its members are joined.
 * The two lists are there even where nobody attended. Older and private versions of WeCom have further
 * groups, such as `external_user`, `device` and `rooms`: lists of objects too. Rows 5 to 7 of
 * spec/CONTRADICTIONS.md.
 */
export interface MeetingAttendees {
  [group: string]: object[]
  /** Members of the corp. */
  member: AttendeeMember[]
  /** People from outside; those who joined through WeChat are not listed. */
  tmp_external_user: AttendeeExternalUser[]
}

/**
 * The meeting's settings; empty where WeCom sends none, and then any field may be absent. Rows 3, 10, 16
 * and 17 of spec/CONTRADICTIONS.md.
 */
export interface MeetingSettings extends Partial<Omit<Schemas['MeetingSettings'], 'password'>> {
  /**
   * The password, text, where the meeting has one. The page's table calls it a bool, which row 10 of
   * spec/CONTRADICTIONS.md settles as a slip: should WeCom return one all the same, it becomes
   * `need_password`, and stays here, a boolean, only where that says otherwise.
   */
  password?: string | boolean
}

/**
 * A meeting, with WeCom's own field names. What its page contradicts is resolved: lists are always
 * lists, and `title` and IDs always text. `wecom.raw` returns what WeCom sent.
 *
 * @see https://developer.work.weixin.qq.com/document/path/98149
 */
export interface Meeting
  extends Fields<
    Schemas['Meeting'],
    'attendees' | 'guests' | 'sub_meetings' | 'sub_repeat_list' | 'settings'
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

/** Resolves rows 5 to 10 of spec/CONTRADICTIONS.md, in place. */
export function resolveMeeting(fields: Fields<Schemas['Meeting']>): Meeting {
  const settings: MeetingSettings = toObject(fields.settings)
  const { password } = settings
  if (typeof password === 'boolean') {
    settings.need_password ??= password
    if (settings.need_password === password) delete settings.password
  }
  return Object.assign(setIds(fields), {
    title: toTitle(fields.title),
    attendees: toAttendees(fields.attendees),
    guests: toList<MeetingGuest>(fields.guests),
    settings,
    sub_meetings: toList<SubMeeting>(fields.sub_meetings),
    sub_repeat_list: toList<Schemas['RecurrenceSegment']>(fields.sub_repeat_list),
  })
}

/** Each group as one list, out of one object of groups or of several. */
function toAttendees(value: unknown): MeetingAttendees {
  const groups = new Map<string, object[]>([
    ['member', []],
    ['tmp_external_user', []],
  ])
  for (const part of toList(value)) {
    for (const [name, people] of Object.entries(part)) {
      const group = groups.get(name) ?? []
      groups.set(name, group)
      for (const person of toList(people)) group.push(person)
    }
  }
  return Object.fromEntries(groups) as unknown as MeetingAttendees
}
