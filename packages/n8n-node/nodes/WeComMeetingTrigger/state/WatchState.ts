import { type PackedStatuses, packed, unpacked } from './packedStatuses.ts'

/** What the trigger knows of the watched webinar from one poll to the next; it is stored by n8n. */
export interface WatchState {
  /** Which webinar this is about. */
  meetingid: string
  /** Enrollment ID → status, as of the last time that it was read. */
  statuses: Map<string, number>
  /** Whether everything that was there at the activation has been read. */
  hasBaseline: boolean
  /** Where the next poll goes on, if the last one had no time to read every page. */
  cursor?: string | undefined
}

/** The form in which n8n stores it, among whatever else the node's static data holds. */
export interface StoredState {
  meetingid?: string
  statuses?: PackedStatuses
  hasBaseline?: boolean
  cursor?: string | undefined
}

/** What is stored of this webinar; nothing if another one was watched until now. */
export function restored(stored: StoredState, meetingid: string): WatchState {
  if (stored.meetingid !== meetingid) {
    return { meetingid, statuses: new Map(), hasBaseline: false }
  }
  const { statuses = {}, hasBaseline = false, cursor } = stored
  return { meetingid, statuses: unpacked(statuses), hasBaseline, cursor }
}

/** Puts the state into n8n's object; n8n notices which of its fields were set. */
export function store(stored: StoredState, state: WatchState): void {
  Object.assign(stored, {
    meetingid: state.meetingid,
    statuses: packed(state.statuses),
    hasBaseline: state.hasBaseline,
    cursor: state.cursor,
  } satisfies StoredState)
}
