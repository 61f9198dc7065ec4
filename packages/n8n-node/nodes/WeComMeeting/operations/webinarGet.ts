import type { Webinar } from '@wecom-meeting/client/core'
import { getWebinar } from '../generated/getWebinar.ts'
import { outputChoice } from '../output/outputChoice.ts'
import {
  isoTimesOption,
  optionsProperty,
  rawOption,
  simplifyProperty,
} from '../output/outputProperties.ts'
import { simplified } from '../output/simplified.ts'
import type { Operation } from './operation.ts'
import { rawAnswer } from './rawAnswer.ts'
import { webinarLocator, webinarRequest } from './webinar.ts'

export const webinarGet: Operation = {
  resource: { name: 'Webinar', value: 'webinar' },
  name: 'Get',
  value: 'get',
  action: 'Get a webinar',
  description: getWebinar.summary,
  properties: [webinarLocator, simplifyProperty, optionsProperty([isoTimesOption, rawOption])],
  run: async (call) => {
    const { wecom, options, once } = call
    const request = webinarRequest(call)
    const { raw, simplify, times } = outputChoice(call)
    if (raw) {
      return [await rawAnswer(call, 'getWebinar', '/cgi-bin/meeting/webinar/get', request)]
    }
    const webinar = await once(request, () => wecom.webinars.get(request, options))
    return [times(simplify ? simplifiedWebinar(webinar) : webinar)]
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
    hosts: webinar.hosts.map(({ userid }) => userid),
  }
}
