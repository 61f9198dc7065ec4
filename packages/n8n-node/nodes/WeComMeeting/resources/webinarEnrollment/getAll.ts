import type { Enrollment } from '@wecom-meeting/client/host'
import { copyOf } from '../../../shared/fields.ts'
import { listWebinarEnrollments } from '../../../shared/generated/endpoints.ts'
import { answerOptions } from '../../../shared/output.ts'
import { operationsOf, read, webinarIn } from '../../endpointOperations.ts'
import { limitFrom, type Operation } from '../../operation.ts'

const { fields } = listWebinarEnrollments
const maxPageSize = fields.limit.maximum

export const webinarEnrollmentGetAll: Operation[] = operationsOf(listWebinarEnrollments, {
  options: answerOptions,
  run: async (call) => {
    const { parameter, format, version, notice } = call
    const [limit, status] = [limitFrom(parameter), parameter('status')]
    const { meetingid, findTitle } = await webinarIn(call)
    const list = (withStatus: unknown, count: number) =>
      read<Enrollment>(call, listWebinarEnrollments, { meetingid, status: withStatus }, count)
    if (format.raw) return (await list(status, limit)).map((one) => copyOf(one))
    // Columns are those of the webinar's first page, however few of its enrollments are wanted.
    const hasColumns = version.completesRows && ['columns', 'numbered'].includes(format.answers)
    const found = await list(status, hasColumns ? Math.max(limit, maxPageSize) : limit)
    if (found.length === 0) {
      notice(noneFound(status))
      return []
    }
    const first = hasColumns && status !== 0 ? await list(0, maxPageSize) : []
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
