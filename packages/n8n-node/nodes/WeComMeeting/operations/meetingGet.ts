import type { Meeting } from '@wecom-meeting/client/host'
import { getMeeting } from '../generated/getMeeting.ts'
import { isoTimesOption } from '../output/outputProperties.ts'
import { hostIds, simplified } from '../output/simplified.ts'
import { answerOperation } from './answerOperation.ts'
import { oneMeeting, subMeetingOption } from './meeting.ts'
import type { Operation } from './operation.ts'

export const meetingGet: Operation = answerOperation({
  ...oneMeeting,
  name: 'Get',
  value: 'get',
  action: 'Get a meeting',
  endpoint: getMeeting,
  options: [isoTimesOption, subMeetingOption],
  ask: ({ wecom, options }, request) => wecom.meetings.get(request, options),
  simplify: simplifiedMeeting,
})

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
