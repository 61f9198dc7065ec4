import type { Meeting } from '@wecom-meeting/client/host'
import { hostIds, simplified } from '../../../shared/fields.ts'
import { getMeeting } from '../../../shared/generated/endpoints.ts'
import { meetingLocator } from '../../../shared/locators.ts'
import { outputProperties, rawOption } from '../../../shared/output.ts'
import { type Operation, outputOf } from '../../operation.ts'
import { meetingRequestFrom, meetingResource, subMeetingOption } from './meeting.ts'

export const meetingGet: Operation = {
  resource: meetingResource,
  name: 'Get',
  value: 'get',
  action: 'Get a meeting',
  description: getMeeting.summary,
  properties: [meetingLocator, ...outputProperties(subMeetingOption, rawOption)],
  run: async (call) => {
    const request = meetingRequestFrom(call.parameter)
    const send = () => call.wecom.meetings.get(request, call.options)
    return outputOf(call, request, send, simplifiedMeeting)
  },
}

function simplifiedMeeting(meeting: Meeting): object {
  return {
    ...simplified('Meeting', meeting, [
      'title',
      'meeting_code',
      'status',
      'meeting_type',
      'meeting_start',
      'meeting_duration',
      'description',
      'location',
      'meeting_link',
      'admin_userid',
      'current_sub_meetingid',
    ]),
    hosts: hostIds(meeting.settings?.hosts),
  }
}
