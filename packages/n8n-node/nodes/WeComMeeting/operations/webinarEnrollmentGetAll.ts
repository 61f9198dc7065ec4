import type { ListEnrollmentsRequest } from '@wecom-meeting/client/core'
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
import { limitFrom, limitProperties } from './limit.ts'
import type { Operation } from './operation.ts'
import { rawItems } from './rawItems.ts'
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
    ...limitProperties,
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
    const limit = limitFrom(call)
    const status = Number(call.parameter('status')) as NonNullable<ListEnrollmentsRequest['status']>
    const meetingid = await webinarId(call)
    const request = { meetingid, status, limit: Math.min(limit, largestPage) }
    const { simplify, raw, times, options } = outputChoice(call)
    if (raw) return rawItems(call, listWebinarEnrollments, 'enroll_list', request, limit)
    const found = await call.once([request, String(limit)], () =>
      call.wecom.webinars.enrollments.list(request, call.options).toArray({ limit }),
    )
    if (found.length === 0) call.notice(nobody(status))
    return times(presentEnrollments(found, enrollmentForm(simplify, options)))
  },
}

function nobody(status: number): string {
  const name = fields.status.options?.find(({ value }) => value === status)?.name
  return status === 0
    ? 'Nobody has enrolled in this webinar yet.'
    : `No enrollment of this webinar has the status ${name}.`
}
