import type { Meeting } from '@wecom-meeting/client/host'
import { propertiesAt } from '../../../shared/endpoint.ts'
import { listMeetingIds } from '../../../shared/generated/endpoints.ts'
import { detailsOf } from '../../../shared/meetingIds.ts'
import {
  isoTimesOptions,
  optionsProperty,
  simplifyProperty,
  waitOption,
} from '../../../shared/output.ts'
import { operationsOf, read, requestIn } from '../../endpointOperations.ts'
import { limitProperties, type Operation } from '../../operation.ts'

export const meetingGetAll: Operation[] = operationsOf(listMeetingIds, {
  properties: [
    ...propertiesAt('required', listMeetingIds),
    ...propertiesAt('filter', listMeetingIds),
    ...limitProperties,
    {
      displayName: 'Get Details',
      name: 'details',
      type: 'boolean',
      default: false,
      description: 'Whether to get the details of each meeting, which takes a call each',
    },
    { ...simplifyProperty, displayOptions: { show: { details: [true] } } },
    optionsProperty(...isoTimesOptions, waitOption),
  ],
  run: async (call) => {
    const { wecom, options, parameter, format, version, once, notice } = call
    const ids = await read<string>(call, listMeetingIds, await requestIn(call, listMeetingIds))
    if (ids.length === 0) notice('WeCom lists no meeting of this member in this period.')
    if (!parameter('details')) return ids.map((meetingid) => ({ meetingid }))
    const meetings = await once('details', ids, () => detailsOf(wecom, ids, options))
    const gone = meetings.filter((meeting) => meeting === undefined).length
    if (gone > 0) notice(`WeCom gives no details of ${gone} of the meetings that it lists.`)
    return ids.map((meetingid, index) =>
      version.meetingItem(meetings[index] ?? ({} as Meeting), { meetingid }, format),
    )
  },
})
