import type { Meeting } from '@wecom-meeting/client/host'
import { listMeetingIds } from '../../../shared/generated/endpoints.ts'
import { detailsOf } from '../../../shared/meetingIds.ts'
import { isoTimesOptions, simplifyProperty } from '../../../shared/output.ts'
import { createOperations } from '../../endpointOperations.ts'
import type { NodeOperation } from '../../operation.ts'

export const meetingGetAll: NodeOperation[] = createOperations(listMeetingIds, {
  beside: [
    {
      displayName: 'Get Details',
      name: 'details',
      type: 'boolean',
      default: false,
      description: 'Whether to get the details of each meeting, which takes a call each',
    },
    { ...simplifyProperty, displayOptions: { show: { details: [true] } } },
  ],
  options: isoTimesOptions,
  toItems: async (call, _request, ids: string[]) => {
    const { wecom, options, parameter, format, version, once, notice } = call
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
