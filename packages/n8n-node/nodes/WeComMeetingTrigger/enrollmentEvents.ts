import { type Enrollment, EnrollmentStatus, type WeComClient } from '@wecom-meeting/client/host'
import { statusIn, type WatchState } from './state.ts'

/** What the user wants to be notified of. */
export interface Watch {
  event: 'created' | 'statusChanged' | 'either'
  /** The status that it must have changed to; 0 for any. */
  toStatus: number
}

/** Something that happened to an enrollment since the last poll. */
export interface EnrollmentEvent {
  event: 'created' | 'statusChanged'
  enrollment: Enrollment
  /** Missing where the enrollment was read for the first time. */
  previousStatus?: number
}

/** What one poll works with. */
interface Poll {
  wecom: WeComClient
  watch: Watch
  /** What was known before. */
  state: WatchState
  /** Milliseconds since 1970: no page is requested after this. */
  until: number
  now: () => number
}

/** What one poll has found. */
interface PollResult {
  events: EnrollmentEvent[]
  /** Every enrollment that was read. */
  enrollments: Enrollment[]
  /** How many entries of WeCom's list have no ID, so that nothing can be said of them. */
  withoutId: number
  /** What is known now; to be stored once the events are presented. */
  state: WatchState
}

/** Reads the enrollments, and finds out what has happened since the last poll. Stores nothing. */
export async function pollEnrollments(poll: Poll): Promise<PollResult> {
  const { watch, state } = poll
  // WeCom may no longer know an old cursor: then the first page comes next.
  const { enrollments, withoutId, cursor } = state.cursor
    ? await readEnrollments(poll, state.cursor).catch(() => readEnrollments(poll))
    : await readEnrollments(poll)
  const statuses = new Map(state.statuses)
  for (const [id, { status }] of enrollments) {
    statuses.set(id, statusIn(status) ?? statuses.get(id))
  }
  return {
    events: Array.from(enrollments).flatMap(([id, enrollment]) =>
      eventOf(id, enrollment, state, watch),
    ),
    enrollments: [...enrollments.values()],
    withoutId,
    state: {
      meetingid: state.meetingid,
      statuses,
      hasBaseline: state.hasBaseline || cursor === undefined,
      cursor,
    },
  }
}

interface Reading {
  /** By ID, as read last. */
  enrollments: Map<string, Enrollment>
  withoutId: number
  /** Where to continue; missing after the last page. */
  cursor?: string
}

/**
 * Reads page after page while there is time. A failure on the way fails the whole reading: nothing
 * counts as read then, and the next poll reads it again.
 */
async function readEnrollments(
  { wecom, state: { meetingid }, until, now }: Poll,
  cursor?: string,
): Promise<Reading> {
  const enrollments = new Map<string, Enrollment>()
  let withoutId = 0
  const request = cursor ? { meetingid, cursor } : { meetingid }
  for await (const page of wecom.webinars.enrollments.list(request).pages()) {
    for (const enrollment of page.enroll_list) {
      const id = enrollment.enroll_id.trim()
      // Whoever enrolls or leaves meanwhile can shift an enrollment onto the next page once more.
      if (id) enrollments.set(id, enrollment)
      else withoutId += 1
    }
    if (page.has_more && now() > until) return { enrollments, withoutId, cursor: page.next_cursor }
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
function eventOf(
  id: string,
  enrollment: Enrollment,
  { statuses, hasBaseline }: WatchState,
  { event, toStatus }: Watch,
): EnrollmentEvent[] {
  const isNew = !statuses.has(id)
  if (isNew && !hasBaseline) return []
  if (isNew && event !== 'statusChanged') return [{ event: 'created', enrollment }]
  const previousStatus = statuses.get(id)
  const status = statusIn(enrollment.status)
  const hasChanged = status !== undefined && status !== (previousStatus ?? EnrollmentStatus.Pending)
  if (event === 'created' || !hasChanged || (toStatus !== 0 && status !== toStatus)) return []
  const previous = previousStatus === undefined ? {} : { previousStatus }
  return [{ event: 'statusChanged', enrollment, ...previous }]
}
