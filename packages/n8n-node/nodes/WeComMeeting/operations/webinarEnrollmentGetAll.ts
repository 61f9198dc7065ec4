import type { ListEnrollmentsRequest } from '@wecom-meeting/client/host'
import { listWebinarEnrollments } from '../generated/listWebinarEnrollments.ts'
import { answerOptions } from '../output/enrollmentProperties.ts'
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
import { rawItems } from './rawOutput.ts'
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
    const status = call.parameter('status') as NonNullable<ListEnrollmentsRequest['status']>
    const form = outputChoice(call)
    const meetingid = await webinarId(call)
    const request = { meetingid, status, limit: Math.min(limit ?? largestPage, largestPage) }
    if (form.raw) {
      const list = call.wecom.webinars.enrollments.list(request, call.options)
      return rawItems(call, list as never, 'enroll_list', request, limit)
    }
    const wanted = limit === undefined ? {} : { limit }
    const found = await call.once('enrollments', [request, wanted], () =>
      call.wecom.webinars.enrollments.list(request, call.options).toArray(wanted),
    )
    if (found.length === 0) call.notice(nobody(status))
    return presentEnrollments(found, form)
  },
}

function nobody(status: number): string {
  const name = fields.status.options?.find(({ value }) => value === status)?.name
  return status === 0
    ? 'Nobody has enrolled in this webinar yet.'
    : `No enrollment of this webinar has the status ${name}.`
}
