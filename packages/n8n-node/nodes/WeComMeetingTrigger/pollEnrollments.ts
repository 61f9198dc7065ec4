import type { WeComClient } from '@wecom-meeting/client/core'
import { type EnrollmentEvent, enrollmentEvents, type Watch } from './enrollmentEvents.ts'
import { type Reading, readEnrollments } from './readEnrollments.ts'
import { restored, type StoredState, store } from './state/WatchState.ts'

/** What one poll has found. */
export interface PollResult {
  events: EnrollmentEvent[]
  reading: Reading
}

/** What one poll works with. */
export interface Poll {
  wecom: WeComClient
  meetingid: string
  watch: Watch
  /** Whether those who had enrolled before the activation are events too. */
  deliverExisting: boolean
  /** The node's static data. */
  stored: StoredState
  /** How long the poll may take, in milliseconds. */
  budget: number
  now: () => number
}

/**
 * Reads the enrollments, finds out what has happened since the last poll, and remembers it.
 *
 * What is known is looked up only after the last page has come: while pages are read, another poll
 * may have ended and told what it found.
 */
export async function pollEnrollments(poll: Poll): Promise<PollResult> {
  const { wecom, meetingid, watch, deliverExisting, stored, budget, now } = poll
  const { cursor } = restored(stored, meetingid)
  const until = now() + budget
  const reading = await readFrom({ wecom, meetingid, cursor, until, now }, stored)

  const state = restored(stored, meetingid)
  const isTold = state.hasBaseline || deliverExisting
  const events = isTold ? enrollmentEvents(reading.enrollments, state.statuses, watch) : []
  for (const { enroll_id, status } of reading.enrollments) state.statuses.set(enroll_id, status)
  state.hasBaseline ||= reading.cursor === undefined
  state.cursor = reading.cursor
  store(stored, state)
  return { events, reading }
}

/** WeCom may not know an old cursor any more: the next poll starts at the first page then. */
async function readFrom(
  plan: Parameters<typeof readEnrollments>[0],
  stored: StoredState,
): Promise<Reading> {
  return readEnrollments(plan).catch((error: unknown) => {
    if (plan.cursor) stored.cursor = undefined
    throw error
  })
}
