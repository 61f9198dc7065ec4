import type { Webinar } from '@wecom-meeting/client/host'
import { getWebinar } from '../generated/getWebinar.ts'
import { isoTimesOption } from '../output/outputProperties.ts'
import { hostIds, simplified } from '../output/simplified.ts'
import { answerOperation } from './answerOperation.ts'
import type { Operation } from './operation.ts'
import { oneWebinar } from './webinar.ts'

export const webinarGet: Operation = answerOperation({
  ...oneWebinar,
  name: 'Get',
  value: 'get',
  action: 'Get a webinar',
  endpoint: getWebinar,
  options: [isoTimesOption],
  ask: ({ wecom, options }, request) => wecom.webinars.get(request, options),
  simplify: simplifiedWebinar,
})

function simplifiedWebinar(webinar: Webinar): object {
  return {
    ...simplified('Webinar', webinar, [
      'meetingid',
      'title',
      'meeting_code',
      'status',
      'sponsor',
      'start_time',
      'end_time',
      'admission_type',
      'description',
      'audience_join_link',
      'guest_join_link',
      'playback_url',
    ]),
    hosts: hostIds(webinar.hosts),
  }
}
