import type { Enrollment } from '@wecom-meeting/client/host'
import { copyOf } from '../../../shared/fields.ts'
import { listWebinarEnrollments } from '../../../shared/generated/endpoints.ts'
import { answerOptions } from '../../../shared/output.ts'
import { listOf, operationsOf, webinarIn } from '../../endpointOperations.ts'
import { limitFrom, type Operation } from '../../operation.ts'

const { fields } = listWebinarEnrollments
const maxPageSize = fields.limit.maximum

export const webinarEnrollmentGetAll: Operation[] = operationsOf(listWebinarEnrollments, {
  options: answerOptions,
  run: async (call) => {
    const { parameter, format, version, notice } = call
    if (format.raw)
      return (await listOf<object>(call, listWebinarEnrollments)).map((one) => copyOf(one))
    const limit = limitFrom(parameter)
    const { meetingid, findTitle } = await webinarIn(call)
    const read = (status: unknown, count: number) =>
      listOf<Enrollment>(call, listWebinarEnrollments, { meetingid, status }, count)
    const status = parameter('status')
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
  },
})

function noneFound(status: unknown): string {
  const name = fields.status.options.find(({ value }) => value === status)?.name
  return status === 0
    ? 'Nobody has enrolled in this webinar yet.'
    : `No enrollment of this webinar has the status ${name}.`
}
