import type { Enrollment, ListEnrollmentsRequest } from '@wecom-meeting/client/core'
import { listWebinarEnrollments } from '../generated/listWebinarEnrollments.ts'
import { answerOptions, enrollmentForm } from '../output/enrollmentProperties.ts'
import { outputChoice } from '../output/outputChoice.ts'
import {
  isoTimesOption,
  optionsProperty,
  rawOption,
  simplifyProperty,
} from '../output/outputProperties.ts'
import { presentEnrollments } from '../output/presentEnrollments.ts'
import type { Operation, OperationCall } from './operation.ts'
import { rawAnswer } from './rawAnswer.ts'
import { webinarId, webinarLocator } from './webinar.ts'

const { fields } = listWebinarEnrollments
const largestPage = fields.limit.maximum ?? 1

export const webinarEnrollmentGetAll: Operation = {
  resource: { name: 'Webinar Enrollment', value: 'webinarEnrollment' },
  name: 'Get Many',
  value: 'getAll',
  action: 'Get many webinar enrollments',
  description: listWebinarEnrollments.summary,
  properties: [
    webinarLocator,
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
    simplifyProperty,
    optionsProperty([...answerOptions, isoTimesOption, rawOption]),
  ],
  run: async (call) => {
    const limit = call.parameter('returnAll')
      ? Number.POSITIVE_INFINITY
      : limitFrom(call.parameter('limit'))
    const status = Number(call.parameter('status')) as NonNullable<ListEnrollmentsRequest['status']>
    const meetingid = await webinarId(call)
    const request = { meetingid, status, limit: Math.min(limit, largestPage) }
    const { simplify, raw, times, options } = outputChoice(call)
    if (raw) return rawEnrollments(call, request, limit)
    const found = await enrollmentsUpTo(call, request, limit)
    if (found.length === 0) call.notice(nobody(status))
    return times(presentEnrollments(found, enrollmentForm(simplify, options)))
  },
}

async function enrollmentsUpTo(
  { wecom, options, once }: OperationCall,
  request: ListEnrollmentsRequest,
  limit: number,
): Promise<Enrollment[]> {
  return once([request, String(limit)], async () => {
    const found: Enrollment[] = []
    for await (const enrollment of wecom.webinars.enrollments.list(request, options)) {
      found.push(enrollment)
      if (found.length >= limit) break
    }
    return found
  })
}

async function rawEnrollments(
  call: OperationCall,
  request: ListEnrollmentsRequest,
  limit: number,
): Promise<object[]> {
  const path = '/cgi-bin/meeting/webinar/enroll/list'
  const found: object[] = []
  let cursor: string | undefined
  do {
    const body = cursor ? { ...request, cursor } : request
    const answer = await rawAnswer(call, 'listWebinarEnrollments', path, body)
    const page = answer as { enroll_list?: object[]; has_more?: boolean; next_cursor?: string }
    found.push(...(page.enroll_list ?? []))
    cursor = page.has_more ? page.next_cursor : undefined
  } while (cursor && found.length < limit)
  return found.slice(0, limit === Number.POSITIVE_INFINITY ? undefined : limit)
}

function nobody(status: number): string {
  const name = fields.status.options?.find(({ value }) => value === status)?.name
  return status === 0
    ? 'Nobody has enrolled in this webinar yet.'
    : `No enrollment of this webinar has the status ${name}.`
}

function limitFrom(entered: unknown): number {
  const limit = Number(entered)
  if (Number.isInteger(limit) && limit >= 1) return limit
  throw new Error(`Limit is ${JSON.stringify(entered)}; expected a whole number from 1 up.`)
}
