import type { GetMeetingRequest } from '@wecom-meeting/client/host'
import type { INodeProperties } from 'n8n-workflow'
import type { Locator } from '../../shared/parameters.ts'
import { getMeeting } from '../generated/getMeeting.ts'
import type { Subject } from './answerOperation.ts'
import { locator, meetingKey } from './locator.ts'
import type { OperationCall } from './operation.ts'

/** Meetings, one of a recurring one included. */
export const oneMeeting: Subject<GetMeetingRequest> = {
  resource: { name: 'Meeting', value: 'meeting' },
  locator: locator('meeting', 'Meeting', getMeeting),
  request: meetingRequest,
}

export const subMeetingOption: INodeProperties = {
  ...getMeeting.fields.sub_meetingid,
  name: 'subMeetingId',
  type: 'string',
  default: '',
}

/** Which meeting the parameters of one item name. */
export function meetingRequest(call: OperationCall): GetMeetingRequest {
  return { ...meetingKey(call.parameter('meeting') as Locator), ...subMeeting(call) }
}

/** Which of a recurring meeting's the option names, if it names one. */
function subMeeting({ parameter }: OperationCall): { sub_meetingid?: string } {
  const { subMeetingId = '' } = parameter('options') as { subMeetingId?: string }
  return subMeetingId === '' ? {} : { sub_meetingid: subMeetingId }
}
