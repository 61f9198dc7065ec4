import {
  type GetMeetingRequest,
  type Meeting,
  toList,
  type Webinar,
} from '@wecom-meeting/client/host'
import type { IDataObject } from 'n8n-workflow'
import {
  completed,
  copyOf,
  hostIds,
  omitFields,
  renameTaken,
  simplified,
  wholeNumberIn,
} from './fields.ts'
import { objectsIn } from './generated/responseFields.ts'
import type { OutputFormat } from './output.ts'

/** A meeting as one item. */
export function meetingItem(
  meeting: Meeting,
  asked: GetMeetingRequest,
  { simplify, times }: OutputFormat,
): object {
  const place = placeOf(meeting, asked)
  if (!simplify) return { ...place, ...times(meeting, 'Meeting') }
  const { meeting_start, sub_meetings, ...fields } = simplified('Meeting', meeting)
  return times({
    ...place,
    meeting_start,
    meeting_end: endOf(meeting),
    ...fields,
    hosts: hostIds(meeting.settings?.hosts),
    sub_meetings: toList<object>(sub_meetings).map((one) => simplified('SubMeeting', one)),
  })
}

/** What was asked for and found. WeCom returns no ID, so there is none where a code was asked for. */
function placeOf(meeting: Meeting, asked: GetMeetingRequest): object {
  const find = (name: string) =>
    (meeting as unknown as IDataObject)[name] ?? (asked as unknown as IDataObject)[name] ?? null
  return {
    meetingid: find('meetingid'),
    meeting_code: find('meeting_code'),
    title: meeting.title || null,
    sub_meetingid: find('sub_meetingid'),
  }
}

function endOf({ meeting_start, meeting_duration }: Meeting): number | null {
  const [start, seconds] = [wholeNumberIn(meeting_start), wholeNumberIn(meeting_duration)]
  return start && seconds !== undefined ? start + seconds : null
}

/** A webinar as one item. */
export function webinarItem(webinar: Webinar, { simplify, times }: OutputFormat): object {
  if (!simplify) return times(webinar, 'Webinar')
  return times({ ...simplified('Webinar', webinar), hosts: hostIds(webinar.hosts) })
}

const attendeeFields = [
  'userid',
  'tmp_external_userid',
  'status',
  'first_join_time',
  'last_quit_time',
  'total_join_count',
  'cumulative_time',
]

/** The attendees of a meeting, an item each. */
export function attendeeRows(
  meeting: Meeting,
  asked: GetMeetingRequest,
  { simplify, times }: OutputFormat,
): object[] {
  const place = placeOf(meeting, asked)
  return attendeesIn(meeting).map(({ group, schema, attendee }) => {
    const known = simplify ? simplified('AttendeeMember', attendee, attendeeFields) : {}
    const first = { ...place, attendee_type: group, ...known }
    // All the others, such as the fields of other groups.
    const others = simplify
      ? omitFields(attendeeFields, attendee)
      : copyOf(completed(attendeeFields, attendee), schema)
    return times({ ...first, ...renameTaken(Object.keys(first), others) })
  })
}

const groupsInSpec = new Map(Object.entries(objectsIn.MeetingAttendees ?? {}))

/** The attendees of every group; older and private versions of WeCom have other groups. */
export function attendeesIn(
  meeting: Meeting,
): { group: string; schema: string; attendee: Record<string, unknown> }[] {
  return toList(meeting.attendees)
    .flatMap((groups) => Object.entries(groups))
    .flatMap(([group, attendees]) =>
      toList<Record<string, unknown>>(attendees).map((attendee) => ({
        group,
        schema: groupsInSpec.get(group) ?? '',
        attendee,
      })),
    )
}
