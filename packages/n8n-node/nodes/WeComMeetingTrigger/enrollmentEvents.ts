import { type Enrollment, EnrollmentStatus, type WeComClient } from '@wecom-meeting/client/host'
import type { EnrollmentEvent } from '../shared/enrollments.ts'
import { wholeNumberIn } from '../shared/fields.ts'
import type { WatchState } from './state.ts'

/** What the user wants to be notified of. */
export interface Watch {
  event: 'created' | 'statusChanged' | 'either'
  /** The status that it must have changed to; 0 for any. */
  toStatus: number
  /** Whether a new enrollment must have that status too. */
  narrowsNewcomers: boolean
}

/** What has happened, and every enrollment that was read to find it out. */
export interface EventsFound {
  events: EnrollmentEvent[]
  enrollments: Enrollment[]
}

/**
 * Reads the enrollments, and finds out what has happened since the last poll. Stores nothing.
 *
 * @param until Time of `performance.now()` after which no page is requested.
 * @returns The events, every enrollment that was read, how many entries have no ID to recognize them by,
 *   and the state to store once the events are presented.
 */
export async function pollEnrollments(
  wecom: WeComClient,
  watch: Watch,
  state: WatchState,
  until: number,
) {
  const read = (start?: string) => readEnrollments(wecom, state.meetingid, until, start)
  // WeCom may no longer know an old cursor: then the first page comes next.
  const { enrollments, withoutId, cursor } = state.cursor
    ? await read(state.cursor).catch(() => read())
    : await read()
  const statuses = new Map(state.statuses)
  // Whether a newcomer is wanted shows once their status can be read: known before, they would be lost.
  const canWait = state.hasBaseline && watch.narrowsNewcomers && watch.toStatus !== 0
  for (const [id, enrollment] of enrollments) {
    const status = wholeNumberIn(enrollment.status) ?? statuses.get(id)
    if (status !== undefined || statuses.has(id) || !canWait) statuses.set(id, status)
  }
  return {
    events: Array.from(enrollments).flatMap(([id, enrollment]) =>
      eventOf(id, enrollment, state, watch),
    ),
    enrollments: [...enrollments.values()],
    withoutId,
    state: { ...state, statuses, hasBaseline: state.hasBaseline || cursor === undefined, cursor },
  }
}

/**
 * Reads page after page while there is time. A failure on the way fails the whole reading: nothing
 * counts as read then, and the next poll reads it again.
 */
export async function readEnrollments(
  wecom: WeComClient,
  meetingid: string,
  until: number,
  start?: string,
) {
  // By ID, as read last.
  const enrollments = new Map<string, Enrollment>()
  let withoutId = 0
  const request = start ? { meetingid, cursor: start } : { meetingid }
  for await (const page of wecom.webinars.enrollments.list(request).pages()) {
    for (const enrollment of page.enroll_list) {
      const id = enrollment.enroll_id.trim()
      // Whoever enrolls or leaves meanwhile can shift an enrollment onto the next page once more.
      if (id) enrollments.set(id, enrollment)
      else withoutId += 1
    }
    const { has_more, next_cursor: cursor } = page
    if (has_more && performance.now() > until) return { enrollments, withoutId, cursor }
  }
  return { enrollments, withoutId }
}

/**
 * Compares an enrollment with its known status.
 *
 * Whoever is approved or rejected before the trigger reads them for the first time counts as changed
 * for those who watch changes of status, and as created for those who watch either: every enrollment
 * starts out pending, and nothing is reported twice.
 */
export function eventOf(
  id: string,
  enrollment: Enrollment,
  { statuses, hasBaseline }: Pick<WatchState, 'statuses' | 'hasBaseline'>,
  { event, toStatus, narrowsNewcomers }: Watch,
): EnrollmentEvent[] {
  const isNew = !statuses.has(id)
  if (isNew && !hasBaseline) return []
  const status = wholeNumberIn(enrollment.status)
  const isWanted = toStatus === 0 || status === toStatus
  if (isNew && event !== 'statusChanged') {
    return isWanted || !narrowsNewcomers ? [{ event: 'created', enrollment }] : []
  }
  const previousStatus = statuses.get(id)
  const hasChanged = status !== undefined && status !== (previousStatus ?? EnrollmentStatus.Pending)
  if (event === 'created' || !hasChanged || !isWanted) return []
  const previous = previousStatus === undefined ? {} : { previousStatus }
  return [{ event: 'statusChanged', enrollment, ...previous }]
}
