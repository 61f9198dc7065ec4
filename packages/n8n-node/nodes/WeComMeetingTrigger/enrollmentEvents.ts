import { type Enrollment, EnrollmentStatus } from '@wecom-meeting/client/host'
import { statusIn, type WatchState } from './state.ts'

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
 *
 * @param enrollments By their IDs.
 */
export function enrollmentEvents(
  enrollments: ReadonlyMap<string, Enrollment>,
  state: WatchState,
  watch: Watch,
): EnrollmentEvent[] {
  return Array.from(enrollments).flatMap(([id, enrollment]): EnrollmentEvent[] => {
    const isNew = !state.statuses.has(id)
    if (isNew && !state.hasBaseline) return []
    if (isNew && watch.event !== 'statusChanged') return [{ event: 'created', enrollment }]
    const previousStatus = state.statuses.get(id)
    if (!hasChanged(statusIn(enrollment.status), previousStatus, watch)) return []
    const previous = previousStatus === undefined ? {} : { previousStatus }
    return [{ event: 'statusChanged', enrollment, ...previous }]
  })
}

/** A status that is none, or of another type, says nothing of a change. */
function hasChanged(
  status: number | undefined,
  previous: number = EnrollmentStatus.Pending,
  { event, toStatus }: Watch,
): boolean {
  if (event === 'created' || status === undefined || status === previous) return false
  return toStatus === 0 || status === toStatus
}
