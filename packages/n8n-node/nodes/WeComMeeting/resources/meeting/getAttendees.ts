import { meetingLocator } from '../../../shared/locators.ts'
import { isoTimesOption, optionsProperty, waitOption } from '../../../shared/output.ts'
import type { Operation } from '../../operation.ts'
import { meetingRequestFrom, meetingResource, subMeetingOption } from './meeting.ts'

export const meetingGetAttendees: Operation = {
  resource: meetingResource,
  name: 'Get Attendees',
  value: 'getAttendees',
  action: 'Get the attendees of a meeting',
  description:
    'Get who attended a meeting, an item each; members and external users are told apart',
  properties: [meetingLocator, optionsProperty(isoTimesOption, subMeetingOption, waitOption)],
  run: async ({ wecom, options, parameter, format, version, once, notice }) => {
    const request = meetingRequestFrom(parameter)
    const meeting = await once('data', request, () => wecom.meetings.get(request, options))
    const attendees = version.attendeeRows(meeting, request, format)
    if (attendees.length === 0) {
      notice(
        'WeCom lists no attendee for this meeting. People who join from WeChat are not listed.',
      )
    }
    return attendees
  },
}
