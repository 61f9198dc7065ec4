import type { Webinar } from '@wecom-meeting/client/host'
import { hostIds, simplified } from '../../../shared/fields.ts'
import { getWebinar } from '../../../shared/generated/endpoints.ts'
import { keyFrom, webinarLocator } from '../../../shared/locators.ts'
import { outputProperties, rawOption } from '../../../shared/output.ts'
import { type Operation, outputOf } from '../../operation.ts'

export const webinarGet: Operation = {
  resource: { name: 'Webinar', value: 'webinar' },
  name: 'Get',
  value: 'get',
  action: 'Get a webinar',
  description: getWebinar.summary,
  properties: [webinarLocator, ...outputProperties(rawOption)],
  run: async (call) => {
    const request = keyFrom(call.parameter, webinarLocator)
    const send = () => call.wecom.webinars.get(request, call.options)
    return outputOf(call, request, send, simplifiedWebinar)
  },
}

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
