import { getWebinar } from '../generated/getWebinar.ts'
import { meetingKey, meetingLocator } from './meetingLocator.ts'
import type { Operation } from './operation.ts'

export const webinarGet: Operation = {
  resource: { name: 'Webinar', value: 'webinar' },
  name: 'Get',
  value: 'get',
  action: 'Get a webinar',
  description: getWebinar.summary,
  properties: [meetingLocator('webinar', 'Webinar', getWebinar)],
  run: async ({ wecom, options, parameter }) => [
    await wecom.webinars.get(meetingKey(parameter('webinar')), options),
  ],
}
