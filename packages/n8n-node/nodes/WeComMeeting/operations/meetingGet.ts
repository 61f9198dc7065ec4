import type { Meeting } from '@wecom-meeting/client/core'
import { getMeeting } from '../generated/getMeeting.ts'
import { outputChoice } from '../output/outputChoice.ts'
import {
  isoTimesOption,
  optionsProperty,
  rawOption,
  simplifyProperty,
} from '../output/outputProperties.ts'
import { simplified } from '../output/simplified.ts'
import { meetingLocator, meetingRequest, meetingResource, subMeetingOption } from './meeting.ts'
import type { Operation } from './operation.ts'
import { rawAnswer } from './rawAnswer.ts'

export const meetingGet: Operation = {
  resource: meetingResource,
  name: 'Get',
  value: 'get',
  action: 'Get a meeting',
  description: getMeeting.summary,
  properties: [
    meetingLocator,
    simplifyProperty,
    optionsProperty([isoTimesOption, rawOption, subMeetingOption]),
  ],
  run: async (call) => {
    const { wecom, options, once } = call
    const request = meetingRequest(call)
    const { raw, simplify, times } = outputChoice(call)
    if (raw) {
      return [await rawAnswer(call, 'getMeeting', '/cgi-bin/meeting/get_info', request)]
    }
    const meeting = await once(request, () => wecom.meetings.get(request, options))
    return [times(simplify ? simplifiedMeeting(meeting) : meeting)]
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
    hosts: meeting.settings.hosts?.userid ?? [],
  }
}
