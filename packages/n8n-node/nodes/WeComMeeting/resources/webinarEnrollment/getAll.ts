import type { Enrollment, ListEnrollmentsRequest } from '@wecom-meeting/client/host'
import { nameOfCode } from '../../../shared/fields.ts'
import { listWebinarEnrollments } from '../../../shared/generated/endpoints.ts'
import { answerOptions } from '../../../shared/output.ts'
import { createOperations, read, webinarIn } from '../../endpointOperations.ts'
import { limitFrom, type NodeOperation, type OperationCall } from '../../operation.ts'

const maxPageSize = listWebinarEnrollments.fields.limit.maximum

export const webinarEnrollmentGetAll: NodeOperation[] = createOperations(listWebinarEnrollments, {
  options: answerOptions,
  // Columns are those of the webinar's first page, however few of its enrollments are wanted.
  atLeast: (call) => (hasColumns(call) ? maxPageSize : 0),
  toItems: async (call, asked: ListEnrollmentsRequest, found: Enrollment[]) => {
    const { parameter, format, version, notice } = call
    const { meetingid, status } = asked
    if (found.length === 0) {
      notice(noneFound(status))
      return []
    }
    const all = { meetingid, status: 0 }
    const first =
      hasColumns(call) && status !== 0
        ? await read<Enrollment>(call, listWebinarEnrollments, all, maxPageSize)
        : []
    const title = version.isFirst ? null : await (await webinarIn(call)).findTitle()
    const wanted = found.slice(0, limitFrom(parameter))
    return version.enrollmentRows(wanted, { meetingid, title }, format, [...first, ...found])
  },
})

function hasColumns({ format, version }: OperationCall): boolean {
  return !version.isFirst && ['columns', 'numbered'].includes(format.answers)
}

function noneFound(status: unknown): string {
  return status === 0
    ? 'Nobody has enrolled in this webinar yet.'
    : `No enrollment of this webinar has the status ${nameOfCode('Enrollment', 'status', status)}.`
}
