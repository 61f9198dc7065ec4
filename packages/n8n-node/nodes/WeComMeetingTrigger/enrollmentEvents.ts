import { type Enrollment, EnrollmentStatus } from '@wecom-meeting/client/core'

/** What the user wants to be told. */
export interface Watch {
  event: 'created' | 'statusChanged' | 'either'
  /** The status that it must have changed to; 0 for any. */
  toStatus: number
}

/** Something that happened to an enrollment since the last poll. */
export interface EnrollmentEvent {
  event: 'created' | 'statusChanged'
  enrollment: Enrollment
  /** Not there where the enrollment was seen for the first time. */
  previousStatus?: number
}

/**
 * Compares enrollments as they are now with the statuses that are known.
 *
 * Whoever is approved or rejected before the trigger sees them for the first time counts as changed
 * for those who wait for a change of status, and as created for those who wait for either: every
 * enrollment starts out pending, and nobody is told twice.
 */
export function enrollmentEvents(
  enrollments: readonly Enrollment[],
  statuses: ReadonlyMap<string, number>,
  watch: Watch,
): EnrollmentEvent[] {
  return enrollments.flatMap((enrollment) => {
    const found = eventOf(enrollment, statuses.get(enrollment.enroll_id), watch)
    return found ? [found] : []
  })
}

function eventOf(
  enrollment: Enrollment,
  previousStatus: number | undefined,
  { event, toStatus }: Watch,
): EnrollmentEvent | undefined {
  const isNew = previousStatus === undefined
  if (isNew && event !== 'statusChanged') return { event: 'created', enrollment }
  if (event === 'created') return undefined
  const { status } = enrollment
  if (status === (previousStatus ?? EnrollmentStatus.Pending)) return undefined
  if (toStatus !== 0 && status !== toStatus) return undefined
  return {
    event: 'statusChanged',
    enrollment,
    ...(previousStatus !== undefined && { previousStatus }),
  }
}
