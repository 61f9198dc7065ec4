import type { Enrollment, ReviewEnrollmentsRequest } from '@wecom-meeting/client/host'
import { simplified, wholeNumberIn } from '../../../shared/fields.ts'
import { reviewWebinarEnrollments } from '../../../shared/generated/endpoints.ts'
import { createOperations } from '../../endpointOperations.ts'
import type { NodeOperation, OperationCall } from '../../operation.ts'

/** Approve, Reject and Reset to Pending. */
export const webinarEnrollmentReviews: NodeOperation[] = createOperations(
  reviewWebinarEnrollments,
  {
    toItems: withStatuses,
  },
)

/**
 * Each action sets the status of the same number. WeCom counts what it handled and does not say which: then
 * the list is read, which may fail without harm to what is done by now.
 */
async function withStatuses(
  { wecom, options, notice }: OperationCall,
  { meetingid, enroll_id_list: ids, action }: ReviewEnrollmentsRequest,
  [counts]: [{ handled_count: number; unhandled_count: number }],
): Promise<object[]> {
  const { handled_count, unhandled_count } = counts
  let enrollments: Pick<Enrollment, 'enroll_id' | 'status'>[] | undefined = ids.map(
    (enroll_id) => ({ enroll_id, status: action }),
  )
  if (unhandled_count > 0) {
    notice(
      `WeCom handled ${handled_count} of the ${handled_count + unhandled_count} enrollments of webinar ${meetingid}; "handled" of each item says which.`,
    )
    enrollments = await wecom.webinars.enrollments
      .list({ meetingid }, options)
      .toArray()
      .catch(() => undefined)
  }
  const statuses = new Map(enrollments?.map((one) => [one.enroll_id, wholeNumberIn(one.status)]))
  return ids.map((enroll_id) => {
    const status = statuses.get(enroll_id)
    const fields = simplified('Enrollment', { enroll_id, status }, ['enroll_id', 'status'])
    return { meetingid, ...fields, handled: enrollments ? status === action : null, ...counts }
  })
}
