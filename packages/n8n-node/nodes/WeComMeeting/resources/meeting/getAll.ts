import type { Meeting } from '@wecom-meeting/client/host'
import { tryToParseDateTime } from 'n8n-workflow'
import { listMeetingIds } from '../../../shared/generated/endpoints.ts'
import { memberProperty } from '../../../shared/locators.ts'
import { detailsOf, periodFrom } from '../../../shared/meetingIds.ts'
import {
  isoTimesOptions,
  optionsProperty,
  simplifyProperty,
  waitOption,
} from '../../../shared/output.ts'
import { limitFrom, limitProperties, type Operation, oneByOne } from '../../operation.ts'
import { meetingResource } from './meeting.ts'

const { fields } = listMeetingIds

export const meetingGetAll: Operation = {
  resource: meetingResource,
  name: 'Get Many',
  value: 'getAll',
  action: 'Get many meetings of a member',
  description: `${listMeetingIds.summary}, with the details of each if asked for; no webinars`,
  properties: [
    memberProperty,
    {
      displayName: fields.begin_time.displayName,
      name: 'beginTime',
      type: 'dateTime',
      default: '',
      description: 'Where the period begins; 180 days before its end if empty',
    },
    {
      displayName: fields.end_time.displayName,
      name: 'endTime',
      type: 'dateTime',
      default: '',
      description:
        'Where the period ends, at most 180 days after it begins; now if both are empty. Meetings to come are listed whatever the end.',
    },
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
  run: oneByOne(async ({ wecom, options, parameter, format, version, once, notice, timeZone }) => {
    const [begin, end] = ['beginTime', 'endTime'].map((name) => {
      const text = parameter(name) as string
      return text === '' ? undefined : tryToParseDateTime(text, timeZone).toJSDate()
    })
    const limit = limitFrom(parameter)
    const userid = parameter('userId') as string
    const ids = await once('data', [userid, begin, end, limit], () => {
      const page = { ...periodFrom(begin, end), limit: Math.min(limit, fields.limit.maximum) }
      return wecom.meetings.listIds({ userid, ...page }, options).toArray({ limit })
    })
    if (ids.length === 0) notice('WeCom lists no meeting of this member in this period.')
    if (!parameter('details')) return ids.map((meetingid) => ({ meetingid }))
    const meetings = await once('details', ids, () => detailsOf(wecom, ids, options))
    const gone = meetings.filter((meeting) => meeting === undefined).length
    if (gone > 0) notice(`WeCom gives no details of ${gone} of the meetings that it lists.`)
    return ids.map((meetingid, index) =>
      version.meetingItem(meetings[index] ?? ({} as Meeting), { meetingid }, format),
    )
  }),
}
