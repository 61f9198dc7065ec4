import type { INodeProperties } from 'n8n-workflow'
import type { Locator } from '../../shared/parameters.ts'
import { getWebinar } from '../generated/getWebinar.ts'
import type { Subject } from './answerOperation.ts'
import { locator, type MeetingKey, meetingKey } from './locator.ts'
import type { OperationCall } from './operation.ts'

export const webinarLocator: INodeProperties = locator('webinar', 'Webinar', getWebinar)

/** Webinars. */
export const oneWebinar: Subject<MeetingKey> = {
  resource: { name: 'Webinar', value: 'webinar' },
  locator: webinarLocator,
  request: webinarRequest,
}

/** Which webinar the parameters of one item name. */
function webinarRequest({ parameter }: Pick<OperationCall, 'parameter'>): MeetingKey {
  return meetingKey(parameter('webinar') as Locator)
}

/** The ID of the named webinar: some endpoints know webinars by their ID only. */
export async function webinarId(
  call: Pick<OperationCall, 'parameter' | 'once' | 'wecom' | 'options'>,
): Promise<string> {
  const request = webinarRequest(call)
  if ('meetingid' in request) return request.meetingid
  const { meetingid } = await call.once('webinar', request, () =>
    call.wecom.webinars.get(request, call.options),
  )
  return meetingid
}
