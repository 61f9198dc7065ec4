import type { GetMeetingRequest } from '@wecom-meeting/client/host'
import type { INodeProperties } from 'n8n-workflow'
import { getMeeting } from '../../../shared/generated/endpoints.ts'
import { keyFrom, meetingLocator } from '../../../shared/locators.ts'
import type { Parameter } from '../../../shared/parameters.ts'

export const meetingResource = { name: 'Meeting', value: 'meeting' }

/** One meeting out of a recurring one. */
export const subMeetingOption: INodeProperties = {
  ...getMeeting.fields.sub_meetingid,
  name: 'subMeetingId',
  type: 'string',
  default: '',
}

/** Which meeting the parameters of one item name. */
export function meetingRequestFrom(parameter: Parameter): GetMeetingRequest {
  const { subMeetingId = '' } = parameter('options') as { subMeetingId?: string }
  return {
    ...keyFrom(parameter, meetingLocator),
    ...(subMeetingId !== '' && { sub_meetingid: subMeetingId }),
  }
}
