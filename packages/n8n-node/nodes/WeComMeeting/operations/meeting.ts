import type { GetMeetingRequest } from '@wecom-meeting/client/core'
import type { INodeProperties } from 'n8n-workflow'
import { getMeeting } from '../generated/getMeeting.ts'
import { locator, meetingKey } from './locator.ts'
import type { Operation, OperationCall } from './operation.ts'

export const meetingResource: Operation['resource'] = { name: 'Meeting', value: 'meeting' }

export const meetingLocator: INodeProperties = locator('meeting', 'Meeting', getMeeting)

export const subMeetingOption: INodeProperties = {
  ...getMeeting.fields.sub_meetingid,
  name: 'subMeetingId',
  type: 'string',
  default: '',
}

/** Which meeting the parameters of one item name. */
export function meetingRequest({ parameter }: OperationCall): GetMeetingRequest {
  const { subMeetingId } = (parameter('options') ?? {}) as { subMeetingId?: unknown }
  const sub_meetingid = String(subMeetingId ?? '').trim()
  return { ...meetingKey(parameter('meeting')), ...(sub_meetingid && { sub_meetingid }) }
}
