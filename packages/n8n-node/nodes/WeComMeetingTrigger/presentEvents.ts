import type { Enrollment } from '@wecom-meeting/client/host'
import {
  type EnrollmentForm,
  presentEnrollments,
} from '../WeComMeeting/output/presentEnrollments.ts'
import { nameOfCode } from '../WeComMeeting/output/simplified.ts'
import type { EnrollmentEvent } from './enrollmentEvents.ts'

/**
 * Gives events the form that the user wants: what happened, to which webinar, then the enrollment.
 *
 * @param known Every enrollment that was read, so that the questions' columns are the same each time.
 */
export function presentEvents(
  events: readonly EnrollmentEvent[],
  meetingid: string,
  form: EnrollmentForm,
  known: readonly Enrollment[],
): object[] {
  const heads = events.map(({ event, previousStatus }) => ({
    event,
    meetingid,
    ...(previousStatus !== undefined && {
      previous_status: previousStatus,
      previous_status_name: nameOfCode('Enrollment', 'status', previousStatus),
    }),
  }))
  const rows = presentEnrollments(
    events.map(({ enrollment }) => enrollment),
    form,
    { known, taken: ['event', 'meetingid', 'previous_status', 'previous_status_name'] },
  )
  return rows.map((row, index) => ({ ...heads[index], ...row, ...heads[index] }))
}
