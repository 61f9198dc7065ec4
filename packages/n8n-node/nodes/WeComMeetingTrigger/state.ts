import { wholeNumberIn } from '../shared/fields.ts'

/** What the trigger knows about the watched webinar from one poll to the next. */
export interface WatchState {
  meetingid: string
  /** Enrollment ID → status as read last; undefined where no valid status has been read yet. */
  statuses: ReadonlyMap<string, number | undefined>
  /**
   * Whether an unknown enrollment is a new one. It is not while the enrollments from before the
   * activation are still being read.
   */
  hasBaseline: boolean
  /** Where the next poll continues, if the last one had no time to read every page. */
  cursor?: string | undefined
}

/** How n8n stores it, beside whatever else the node's static data holds. */
export interface StoredState extends Partial<Omit<WatchState, 'statuses'>> {
  /** Status → enrollment IDs. */
  statuses?: Record<string, string[]>
}

/** An object with fields: neither null nor a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Reads the stored state of this webinar.
 *
 * @param deliverExisting Whether the enrollments of the first poll count as new.
 * @returns What could be read, and whether the rest could not, so that the baseline has to be read again.
 */
export function restoreState(
  stored: object,
  meetingid: string,
  deliverExisting: boolean,
): { state: WatchState; isDamaged: boolean } {
  // Own fields only, nothing from a prototype.
  const fields = { ...stored } as Record<keyof StoredState, unknown>
  const { hasBaseline, cursor } = fields
  const storedId = idIn(fields.meetingid) || undefined
  // Anything else, also what another version or another node has stored, counts as damaged.
  const isUnused = Object.keys(fields).length === 0
  const isOfAnother = storedId !== undefined && storedId !== meetingid
  const statuses = new Map<string, number | undefined>()
  if (isUnused || isOfAnother) {
    return { state: { meetingid, statuses, hasBaseline: deliverExisting }, isDamaged: false }
  }
  const isWhole = storedId !== undefined && readStatuses(fields.statuses, statuses)
  if (!isWhole || typeof hasBaseline !== 'boolean') {
    return { state: { meetingid, statuses, hasBaseline: false }, isDamaged: true }
  }
  const state = { meetingid, statuses, hasBaseline }
  return { state: typeof cursor === 'string' ? { ...state, cursor } : state, isDamaged: false }
}

/** Puts the state into n8n's object, which n8n saves only if one of its fields was set. */
export function storeState(stored: StoredState, state: WatchState): void {
  const byStatus = Map.groupBy(state.statuses.keys(), (id) => String(state.statuses.get(id)))
  const { meetingid, hasBaseline, cursor } = state
  const statuses = Object.fromEntries(byStatus)
  const before = new Map<string, unknown>(Object.entries(stored))
  for (const [name, value] of Object.entries({ meetingid, statuses, hasBaseline, cursor })) {
    const isSame = JSON.stringify(before.get(name)) === JSON.stringify(value)
    if (!isSame) Object.assign(stored, { [name]: value })
  }
}

/** Fills `statuses` with what can be read. Returns whether that is all of it. */
function readStatuses(stored: unknown, statuses: Map<string, number | undefined>): boolean {
  if (!isRecord(stored)) return false
  let isWhole = true
  for (const [key, ids] of Object.entries(stored)) {
    const status = wholeNumberIn(key)
    // Where no status could be read, the key is "undefined".
    if ((status === undefined && key !== 'undefined') || !Array.isArray(ids)) {
      isWhole = false
      continue
    }
    for (const id of ids.map(idIn)) {
      if (id === undefined) isWhole = false
      else statuses.set(id, status)
    }
  }
  return isWhole
}

/** An ID as text, whether it is written as text or as a number. */
function idIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return Number.isFinite(value) ? String(value) : undefined
}
