import type { Enrollment, WeComClient } from '@wecom-meeting/client/host'
import { type EnrollmentEvent, enrollmentEvents, type Watch } from './enrollmentEvents.ts'
import { statusIn, type WatchState } from './state.ts'

/** What one poll works with. */
export interface Poll {
  wecom: WeComClient
  watch: Watch
  /** What was known before it. */
  state: WatchState
  /** Milliseconds since 1970: no page is started after this. */
  until: number
  now: () => number
}

/** What one poll has found. */
export interface PollResult {
  events: EnrollmentEvent[]
  /** Every enrollment that was read. */
  enrollments: Enrollment[]
  /** How many entries of WeCom's list have no ID, so that nothing can be said of them. */
  withoutId: number
  /** What is known now; to be stored once the events are presented. */
  state: WatchState
}

interface Reading {
  /** Each enrollment once, by its ID, as it was read last. */
  enrollments: Map<string, Enrollment>
  withoutId: number
  /** Where to go on; not there after the last page. */
  cursor?: string
}

/** Reads the enrollments, and finds out what has happened since the last poll. Stores nothing. */
export async function pollEnrollments(poll: Poll): Promise<PollResult> {
  const { watch, state } = poll
  // WeCom may not know an old cursor any more: then the first page comes next.
  const { enrollments, withoutId, cursor } = state.cursor
    ? await readEnrollments(poll, state.cursor).catch(() => readEnrollments(poll))
    : await readEnrollments(poll)

  const statuses = new Map(state.statuses)
  for (const [id, enrollment] of enrollments) {
    statuses.set(id, statusIn(enrollment.status) ?? statuses.get(id))
  }
  return {
    events: enrollmentEvents(enrollments, state, watch),
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

/**
 * Reads page after page while there is time. A failure on the way fails the whole reading: nothing
 * is known to have been seen then, and the next poll reads it again.
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
      // Somebody who enrolls or leaves meanwhile can push one of them onto the next page once more.
      if (id) enrollments.set(id, enrollment)
      else withoutId += 1
    }
    if (page.has_more && now() > until) return { enrollments, withoutId, cursor: page.next_cursor }
  }
  return { enrollments, withoutId }
}
