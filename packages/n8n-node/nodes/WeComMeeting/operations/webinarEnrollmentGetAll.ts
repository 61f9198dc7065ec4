import type { Enrollment, ListEnrollmentsRequest } from '@wecom-meeting/client/core'
import { listWebinarEnrollments } from '../generated/listWebinarEnrollments.ts'
import type { Operation } from './operation.ts'
import { requiredText } from './requiredText.ts'

const { fields } = listWebinarEnrollments
const largestPage = fields.limit.maximum ?? 1

export const webinarEnrollmentGetAll: Operation = {
  resource: { name: 'Webinar Enrollment', value: 'webinarEnrollment' },
  name: 'Get Many',
  value: 'getAll',
  action: 'Get many webinar enrollments',
  description: listWebinarEnrollments.summary,
  properties: [
    {
      ...fields.meetingid,
      name: 'meetingId',
      type: 'string',
      required: true,
      default: '',
    },
    {
      displayName: 'Return All',
      name: 'returnAll',
      type: 'boolean',
      default: false,
      description: 'Whether to return all results or only up to a given limit',
    },
    {
      displayName: 'Limit',
      name: 'limit',
      type: 'number',
      typeOptions: { minValue: 1 },
      default: 50,
      description: 'Max number of results to return',
      displayOptions: { show: { returnAll: [false] } },
    },
    {
      ...fields.status,
      name: 'status',
      type: 'options',
      default: 0,
    },
  ],
  run: async ({ wecom, options, parameter }) => {
    const limit = parameter('returnAll') ? Number.POSITIVE_INFINITY : limitFrom(parameter('limit'))
    const enrollments = wecom.webinars.enrollments.list(
      {
        meetingid: requiredText(parameter('meetingId'), fields.meetingid.displayName),
        status: Number(parameter('status')) as NonNullable<ListEnrollmentsRequest['status']>,
        limit: Math.min(limit, largestPage),
      },
      options,
    )
    const found: Enrollment[] = []
    for await (const enrollment of enrollments) {
      found.push(enrollment)
      if (found.length >= limit) break
    }
    return found
  },
}

function limitFrom(entered: unknown): number {
  const limit = Number(entered)
  if (Number.isInteger(limit) && limit >= 1) return limit
  throw new Error(`Limit is ${JSON.stringify(entered)}; expected a whole number from 1 up.`)
}
