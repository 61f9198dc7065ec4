import { getWebinar } from '../../../shared/generated/endpoints.ts'
import { keyFrom, webinarLocator } from '../../../shared/locators.ts'
import { outputProperties, rawOption, waitOption } from '../../../shared/output.ts'
import { type Operation, oneByOne, outputOf } from '../../operation.ts'

export const webinarGet: Operation = {
  resource: { name: 'Webinar', value: 'webinar' },
  name: 'Get',
  value: 'get',
  action: 'Get a webinar',
  description: getWebinar.summary,
  properties: [webinarLocator, ...outputProperties(rawOption, waitOption)],
  run: oneByOne(async (call) => {
    const request = keyFrom(call.parameter, webinarLocator)
    const send = () => call.wecom.webinars.get(request, call.options)
    return outputOf(call, request, send, (webinar) =>
      call.version.webinarItem(webinar, call.format),
    )
  }),
}
