import { outputChoice } from '../output/outputChoice.ts'
import { isoTimesOption, optionsProperty } from '../output/outputProperties.ts'
import { simplified } from '../output/simplified.ts'
import { meetingRequest, oneMeeting, subMeetingOption } from './meeting.ts'
import type { Operation } from './operation.ts'

const attendance = [
  'status',
  'first_join_time',
  'last_quit_time',
  'total_join_count',
  'cumulative_time',
] as const

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
    const { attendees } = await once(request, () => wecom.meetings.get(request, options))
    const found = [
      ...attendees.member.map((one) => ({
        attendee_type: 'member',
        ...simplified('AttendeeMember', one, ['userid', ...attendance]),
      })),
      ...attendees.tmp_external_user.map((one) => ({
        attendee_type: 'tmp_external_user',
        ...simplified('AttendeeExternalUser', one, ['tmp_external_userid', ...attendance]),
      })),
    ]
    if (found.length === 0) {
      notice(
        'WeCom lists no attendee for this meeting. People who join from WeChat are not listed.',
      )
    }
    return times(found)
  },
}
