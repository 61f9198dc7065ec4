import { type Enrollment, EnrollmentStatus, toDate } from '@wecom-meeting/client/host'
import { nameOfCode } from '../shared/fields.ts'
import { type EventsFound, eventOf, type Watch } from './enrollmentEvents.ts'

/**
 * What the editor shows for a test: the latest enrollment that fits the event. Nothing is remembered of it.
 *
 * @throws {Error} If there is none: WeCom tells the questions of a form with an enrollment only, and
 *   fields of nobody's would be mapped in vain.
 */
export function testEvent(enrollments: Enrollment[], watch: Watch): EventsFound {
  const { Pending, Approved } = EnrollmentStatus
  const before = watch.toStatus === Pending ? Approved : Pending
  // As if each had just enrolled or, where changes are watched, just been reviewed.
  const known = watch.event === 'statusChanged' ? enrollments : []
  const statuses = new Map(known.map(({ enroll_id }) => [enroll_id, before]))
  const event = enrollments
    .toSorted((a, b) => timeOf(a) - timeOf(b))
    .flatMap((one) => eventOf(one.enroll_id, one, { statuses, hasBaseline: true }, watch))
    .at(-1)
  if (!event) throw new Error(nothingToShow(enrollments, watch))
  return { events: [event], enrollments }
}

function nothingToShow({ length }: Enrollment[], { toStatus }: Watch): string {
  const after = 'Once active, the workflow starts for whoever comes.'
  if (length === 0) {
    return `No enrollments yet: nobody has enrolled in this webinar, so a test has nothing to show. Enroll once yourself, then test again. ${after}`
  }
  return toStatus
    ? `No enrollment of this webinar has the status ${nameOfCode('Enrollment', 'status', toStatus)} yet, so a test has nothing to show. Give one that status, or set To Status to Any while you build. ${after}`
    : `Every enrollment of this webinar is still pending, so a test has nothing to show. Approve or reject one, then test again. ${after}`
}

/** In milliseconds since 1970; an invalid time counts as the oldest. */
function timeOf({ enroll_time }: Enrollment): number {
  try {
    return toDate(enroll_time).getTime()
  } catch {
    return 0
  }
}
