import { toObjects } from '@wecom-meeting/client/host'
import { listWebinarEnrollments } from '../../../shared/generated/endpoints.ts'
import { webinarFrom, webinarLocator } from '../../../shared/locators.ts'
import { answerOptions, outputProperties, rawOption, waitOption } from '../../../shared/output.ts'
import { limitFrom, limitProperties, type Operation, oneByOne } from '../../operation.ts'

export const webinarEnrollmentResource = { name: 'Webinar Enrollment', value: 'webinarEnrollment' }

const { fields } = listWebinarEnrollments
const maxPageSize = fields.limit.maximum

export const webinarEnrollmentGetAll: Operation = {
  resource: webinarEnrollmentResource,
  name: 'Get Many',
  value: 'getAll',
  action: 'Get many webinar enrollments',
  description: listWebinarEnrollments.summary,
  properties: [
    webinarLocator,
    ...limitProperties,
    { ...fields.status, name: 'status', type: 'options', default: 0 },
    ...outputProperties(...answerOptions, rawOption, waitOption),
  ],
  run: oneByOne(async (call) => {
    const { wecom, options, parameter, format, version, once, notice } = call
    const limit = limitFrom(parameter)
    const status = parameter('status') as 0 | 1 | 2 | 3
    const { meetingid, findTitle } = await webinarFrom(parameter, (key) =>
      once('data', key, () => wecom.webinars.get(key, options)),
    )
    const list = (withStatus: typeof status, count: number) => {
      const request = { meetingid, status: withStatus, limit: Math.min(count, maxPageSize) }
      return wecom.webinars.enrollments.list(request, options)
    }
    if (format.raw) {
      const pages = await once('responses', [meetingid, status, limit], () =>
        Array.fromAsync(list(status, limit).pagesWithResponse({ limit })),
      )
      const bodies = await Promise.all(pages.map(({ response }) => response.clone().json()))
      const lists = bodies as { enroll_list?: unknown }[]
      return lists.flatMap(({ enroll_list }) => toObjects(enroll_list)).slice(0, limit)
    }
    const read = (withStatus: typeof status, count: number) =>
      once('data', [meetingid, withStatus, count], () =>
        list(withStatus, count).toArray({ limit: count }),
      )
    // Columns are those of the webinar's first page, however few of its enrollments are wanted.
    const hasColumns = version.completesRows && ['columns', 'numbered'].includes(format.answers)
    const found = await read(status, hasColumns ? Math.max(limit, maxPageSize) : limit)
    if (found.length === 0) {
      notice(noneFound(status))
      return []
    }
    const first = hasColumns && status !== 0 ? await read(0, maxPageSize) : []
    const title = version.completesRows ? await findTitle() : null
    const wanted = found.slice(0, limit)
    return version.enrollmentRows(wanted, { meetingid, title }, format, [...first, ...found])
  }),
}

function noneFound(status: number): string {
  const name = fields.status.options.find(({ value }) => value === status)?.name
  return status === 0
    ? 'Nobody has enrolled in this webinar yet.'
    : `No enrollment of this webinar has the status ${name}.`
}
