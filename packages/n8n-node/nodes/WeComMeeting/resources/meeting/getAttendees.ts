import { toList } from '@wecom-meeting/client/host'
import { simplified } from '../../../shared/fields.ts'
import { meetingLocator } from '../../../shared/locators.ts'
import { isoTimesOption, optionsProperty, outputFormatFrom } from '../../../shared/output.ts'
import type { Operation } from '../../operation.ts'
import { meetingRequestFrom, meetingResource, subMeetingOption } from './meeting.ts'

export const meetingGetAttendees: Operation = {
  resource: meetingResource,
  name: 'Get Attendees',
  value: 'getAttendees',
  action: 'Get the attendees of a meeting',
  description:
    'Get who attended a meeting, an item each; members and external users are told apart',
  properties: [meetingLocator, optionsProperty(isoTimesOption, subMeetingOption)],
  run: async ({ wecom, options, parameter, timeZone, once, notice }) => {
    const { times } = outputFormatFrom(parameter, timeZone)
    const request = meetingRequestFrom(parameter)
    const { attendees } = await once('data', request, () => wecom.meetings.get(request, options))
    const found = toList(attendees).flatMap(attendeesIn)
    if (found.length === 0) {
      notice(
        'WeCom lists no attendee for this meeting. People who join from WeChat are not listed.',
      )
    }
    return times(found)
  },
}

/** The schemas of the groups that WeCom's page has. */
const schemas = new Map([
  ['member', 'AttendeeMember'],
  ['tmp_external_user', 'AttendeeExternalUser'],
])

/** The attendees in an object of groups; older and private versions of WeCom have other groups. */
function attendeesIn(groups: object): object[] {
  return Object.entries(groups).flatMap(([group, attendees]) =>
    toList<Record<string, unknown>>(attendees).map((attendee) => ({
      attendee_type: group,
      ...simplified(schemas.get(group) ?? '', attendee, Object.keys(attendee)),
    })),
  )
}
