import { toList } from '@wecom-meeting/client/host'
import { outputChoice } from '../output/outputChoice.ts'
import { isoTimesOption, optionsProperty } from '../output/outputProperties.ts'
import { simplified } from '../output/simplified.ts'
import { meetingRequest, oneMeeting, subMeetingOption } from './meeting.ts'
import type { Operation } from './operation.ts'

/** The schemas of the groups that WeCom's page has. */
const schemas: Record<string, string> = {
  member: 'AttendeeMember',
  tmp_external_user: 'AttendeeExternalUser',
}

export const meetingGetAttendees: Operation = {
  resource: oneMeeting.resource,
  name: 'Get Attendees',
  value: 'getAttendees',
  action: 'Get the attendees of a meeting',
  description:
    'Get who attended a meeting, an item each; members and external users are told apart',
  properties: [oneMeeting.locator, optionsProperty([isoTimesOption, subMeetingOption])],
  run: async (call) => {
    const { wecom, options, once, notice } = call
    const request = meetingRequest(call)
    const { times } = outputChoice(call)
    const { attendees } = await once('meeting', request, () => wecom.meetings.get(request, options))
    const found = toList(attendees).flatMap(attendeesOf)
    if (found.length === 0) {
      notice(
        'WeCom lists no attendee for this meeting. People who join from WeChat are not listed.',
      )
    }
    return times(found)
  },
}

/** The attendees in an object of groups; older and private versions of WeCom have other groups. */
function attendeesOf(groups: object): object[] {
  return Object.entries(groups).flatMap(([group, attendees]) =>
    toList<Record<string, unknown>>(attendees).map((attendee) => ({
      attendee_type: group,
      ...withStatusName(group, attendee),
    })),
  )
}

/** All fields of an attendee, the name of the status behind it. */
function withStatusName(group: string, attendee: Record<string, unknown>): object {
  const schema = Object.hasOwn(schemas, group) ? schemas[group] : undefined
  return schema ? simplified(schema, attendee, Object.keys(attendee)) : attendee
}
