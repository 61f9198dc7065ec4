import type { GetMeetingRequest, Meeting } from '@wecom-meeting/client/host'
import type { INodeProperties } from 'n8n-workflow'
import { getMeeting } from '../../../shared/generated/endpoints.ts'
import { isoTimesOptions, simplifyProperty } from '../../../shared/output.ts'
import { createOperations } from '../../endpointOperations.ts'
import { limitFrom, limitProperties, type NodeOperation } from '../../operation.ts'

const attendedOption: INodeProperties = {
  displayName: 'Only Those Who Attended',
  name: 'attendedOnly',
  type: 'boolean',
  default: false,
  description: 'Whether to leave out those who were invited and did not come',
}

const [returnAll, limit] = limitProperties

const option = {
  name: 'Get Attendees',
  value: 'getAttendees',
  action: 'Get the attendees of a meeting',
  description:
    'Get who was invited to a meeting and who attended, an item each; members and external users are told apart',
}
const operations = getMeeting.operations.map((get) => ({ ...get, option }))
const endpoint = { ...getMeeting, operations, schema: '' }

export const meetingGetAttendees: NodeOperation[] = createOperations(endpoint, {
  beside: [
    // All, as in workflows that were made before there was a limit; a model reads no long lists unasked.
    { ...returnAll, default: true, displayOptions: { show: { '@version': [1] } } },
    { ...returnAll, default: true, displayOptions: { hide: { '@version': [1], '@tool': [true] } } },
    { ...returnAll, displayOptions: { show: { '@tool': [true] }, hide: { '@version': [1] } } },
    limit,
    { ...simplifyProperty, displayOptions: { hide: { '@version': [1] } } },
  ],
  options: [...isoTimesOptions, attendedOption],
  toItems: async (
    { parameter, format, version, notice },
    request: GetMeetingRequest,
    [meeting]: [Meeting],
  ) => {
    const { attendedOnly = false } = parameter('options') as { attendedOnly?: boolean }
    const listed = version.attendeeRows(meeting, request, format)
    const attendees = attendedOnly ? listed.filter(hasAttended) : listed
    if (attendees.length === 0) notice(noneFound(listed.length))
    return attendees.slice(0, limitFrom(parameter))
  },
})

/** The status says so; one that WeCom does not explain says nothing, and the number of joins does. */
function hasAttended(row: { status?: unknown; total_join_count?: unknown }): boolean {
  const status = Number(row.status)
  return status === 1 || (status !== 2 && Number(row.total_join_count) > 0)
}

function noneFound(listed: number): string {
  const hint = 'People who join from WeChat are not listed.'
  return listed === 0
    ? `WeCom lists no attendee for this meeting. ${hint}`
    : `WeCom lists ${listed} ${listed === 1 ? 'person' : 'people'} for this meeting, and none attended. ${hint}`
}
