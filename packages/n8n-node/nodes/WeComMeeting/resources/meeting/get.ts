import { getMeeting } from '../../../shared/generated/endpoints.ts'
import { meetingProperties } from '../../../shared/locators.ts'
import { outputProperties, rawOption, waitOption } from '../../../shared/output.ts'
import { type Operation, oneByOne, outputOf } from '../../operation.ts'
import { meetingRequestFrom, meetingResource, subMeetingOption } from './meeting.ts'

export const meetingGet: Operation = {
  resource: meetingResource,
  name: 'Get',
  value: 'get',
  action: 'Get a meeting',
  description: getMeeting.summary,
  properties: [...meetingProperties, ...outputProperties(subMeetingOption, rawOption, waitOption)],
  run: oneByOne(async (call) => {
    const request = meetingRequestFrom(call.parameter)
    const send = () => call.wecom.meetings.get(request, call.options)
    return outputOf(call, request, send, (meeting) =>
      call.version.meetingItem(meeting, request, call.format),
    )
  }),
}
