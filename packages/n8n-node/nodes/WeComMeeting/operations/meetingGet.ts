import { getMeeting } from '../generated/getMeeting.ts'
import { meetingKey, meetingLocator } from './meetingLocator.ts'
import type { Operation } from './operation.ts'

export const meetingGet: Operation = {
  resource: { name: 'Meeting', value: 'meeting' },
  name: 'Get',
  value: 'get',
  action: 'Get a meeting',
  description: getMeeting.summary,
  properties: [
    meetingLocator('meeting', 'Meeting', getMeeting),
    {
      ...getMeeting.fields.sub_meetingid,
      name: 'subMeetingId',
      type: 'string',
      default: '',
    },
  ],
  run: async ({ wecom, options, parameter }) => {
    const subMeetingId = String(parameter('subMeetingId') ?? '').trim()
    const meeting = await wecom.meetings.get(
      {
        ...meetingKey(parameter('meeting')),
        ...(subMeetingId && { sub_meetingid: subMeetingId }),
      },
      options,
    )
    return [meeting]
  },
}
