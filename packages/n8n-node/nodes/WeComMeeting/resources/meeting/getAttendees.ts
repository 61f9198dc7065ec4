import type { GetMeetingRequest } from '@wecom-meeting/client/host'
import type { INodeProperties } from 'n8n-workflow'
import { propertiesAt } from '../../../shared/endpoint.ts'
import { getMeeting } from '../../../shared/generated/endpoints.ts'
import { locators } from '../../../shared/locators.ts'
import {
  isoTimesOptions,
  optionsProperty,
  simplifyProperty,
  waitOption,
} from '../../../shared/output.ts'
import { operationsOf, requestIn } from '../../endpointOperations.ts'
import { limitFrom, limitProperties, type Operation } from '../../operation.ts'

const attendedOption: INodeProperties = {
  displayName: 'Only Those Who Attended',
  name: 'attendedOnly',
  type: 'boolean',
  default: false,
  description: 'Whether to leave out those who were invited and did not come',
}

const [returnAll, limit] = limitProperties

const listed = {
  resource: { name: 'Meeting', value: 'meeting' },
  option: {
    name: 'Get Attendees',
    value: 'getAttendees',
    action: 'Get the attendees of a meeting',
    description:
      'Get who was invited to a meeting and who attended, an item each; members and external users are told apart',
  },
}

const endpoint = { ...getMeeting, operations: [listed] }

export const meetingGetAttendees: Operation[] = operationsOf(endpoint, {
  properties: [
    ...locators.meeting,
    // All, as in workflows that were made before there was a limit; a model reads no long lists unasked.
    { ...returnAll, default: true, displayOptions: { show: { '@version': [1] } } },
    { ...returnAll, default: true, displayOptions: { hide: { '@version': [1], '@tool': [true] } } },
    { ...returnAll, displayOptions: { show: { '@tool': [true] }, hide: { '@version': [1] } } },
    limit,
    { ...simplifyProperty, displayOptions: { hide: { '@version': [1] } } },
    optionsProperty(
      ...isoTimesOptions,
      attendedOption,
      ...propertiesAt('option', getMeeting),
      waitOption,
    ),
  ],
  run: async (call) => {
    const { wecom, options, parameter, format, version, once, notice } = call
    const request = (await requestIn(call, getMeeting)) as GetMeetingRequest
    const { attendedOnly = false } = parameter('options') as { attendedOnly?: boolean }
    const meeting = await once('data', request, () => wecom.meetings.get(request, options))
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
