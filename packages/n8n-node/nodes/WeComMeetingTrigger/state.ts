/** What the trigger knows of the watched webinar from one poll to the next. */
export interface WatchState {
  /** Which webinar this is about. */
  meetingid: string
  /** Enrollment ID → status as it was read last; undefined where no readable status has come yet. */
  statuses: ReadonlyMap<string, number | undefined>
  /**
   * Whether an unknown enrollment is a new one. It is not while the enrollments of before the
   * activation are still being read.
   */
  hasBaseline: boolean
  /** Where the next poll goes on, if the last one had no time to read every page. */
  cursor?: string | undefined
}

/** The form in which n8n stores it, among whatever else the node's static data holds. */
export interface StoredState {
  meetingid?: string
  /** Status → enrollment IDs. */
  statuses?: Record<string, string[]>
  hasBaseline?: boolean
  cursor?: string | undefined
}

/** What could be read of the stored state. */
interface RestoredState {
  state: WatchState
  /** Whether something in it could not be read, so that the base line has to be taken anew. */
  isDamaged: boolean
}

/** Far more than a webinar has. An earlier version's form can hold any number in a few characters. */
const MOST_ENROLLMENTS = 1_000_000

/** The keys of enrollments whose status could not be read, as this and the earlier version wrote them. */
const NO_STATUS = ['undefined', 'null', 'NaN']

/** An object with fields: neither null nor a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A status as a number, also where it was written as text; undefined where it is neither. */
export function statusIn(value: unknown): number | undefined {
  const isWritten = typeof value === 'string' && /^-?\d{1,16}$/.test(value)
  const status = isWritten ? Number(value) : value
  return Number.isSafeInteger(status) ? (status as number) : undefined
}

/**
 * Reads the stored state of this webinar.
 *
 * @param deliverExisting Whether those who are there at the first poll count as new.
 */
export function restoreState(
  stored: object,
  meetingid: string,
  deliverExisting: boolean,
): RestoredState {
  // Only what n8n stored: nothing that comes from a prototype.
  const {
    meetingid: storedId,
    statuses,
    hasBaseline,
    cursor,
  } = { ...stored } as Record<keyof StoredState, unknown>
  const empty = { meetingid, statuses: new Map<string, number>() }
  const isUnused = [storedId, statuses, hasBaseline].every((field) => field === undefined)
  if (isUnused) return { state: { ...empty, hasBaseline: deliverExisting }, isDamaged: false }
  const id = idIn(storedId)
  if (id === undefined) return { state: { ...empty, hasBaseline: false }, isDamaged: true }
  if (id !== meetingid) {
    return { state: { ...empty, hasBaseline: deliverExisting }, isDamaged: false }
  }

  const read = readStatuses(statuses)
  const isDamaged = !read.isWhole || typeof hasBaseline !== 'boolean'
  const state = { meetingid, statuses: read.statuses, hasBaseline: !isDamaged && hasBaseline }
  const goesOn = typeof cursor === 'string' && !isDamaged
  return { state: goesOn ? { ...state, cursor } : state, isDamaged }
}

/** Puts the state into n8n's object. n8n saves it only if one of its fields was set. */
export function storeState(stored: StoredState, state: WatchState): void {
  const byStatus = Map.groupBy(state.statuses.keys(), (id) => String(state.statuses.get(id)))
  const fields: StoredState = { ...state, statuses: Object.fromEntries(byStatus) }
  const before: StoredState = { ...stored }
  for (const name of ['meetingid', 'statuses', 'hasBaseline', 'cursor'] as const) {
    if (JSON.stringify(before[name]) !== JSON.stringify(fields[name])) {
      Object.assign(stored, { [name]: fields[name] })
    }
  }
}

function readStatuses(stored: unknown): {
  statuses: Map<string, number | undefined>
  isWhole: boolean
} {
  const statuses = new Map<string, number | undefined>()
  let isWhole = isRecord(stored)
  let left = MOST_ENROLLMENTS
  for (const [key, ids] of Object.entries(isRecord(stored) ? stored : {})) {
    const status = statusIn(key)
    if (status === undefined && !NO_STATUS.includes(key)) {
      isWhole = false
      continue
    }
    for (const id of idsIn(ids)) {
      left -= 1
      if (left < 0) return { statuses: new Map(), isWhole: false }
      if (id === undefined) isWhole = false
      else statuses.set(id, status)
    }
  }
  return { statuses, isWhole }
}

/** An ID as text, whether it was written as text or as a number. */
function idIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return Number.isFinite(value) ? String(value) : undefined
}

/** The IDs of one status; undefined for each that cannot be read. */
function* idsIn(stored: unknown): Generator<string | undefined> {
  if (Array.isArray(stored)) {
    for (const id of stored) yield idIn(id)
  } else if (isRecord(stored)) {
    const { numbers, texts = [] } = stored
    yield* unpackedIds(numbers)
    yield* idsIn(Array.isArray(texts) ? texts : undefined)
  } else {
    yield undefined
  }
}

/**
 * The numeric IDs as an earlier version stored them: in ascending order, as the distances between them
 * in base 36, a run of equal ones as `distance*count`. What follows an unreadable one is lost with it.
 */
function* unpackedIds(packed: unknown): Generator<string | undefined> {
  if (packed === '') return
  let last = 0n
  // No distance is empty.
  for (const run of typeof packed === 'string' ? packed.split(',') : ['']) {
    const [, distance, count = 1] = /^([\da-z]{1,50})(?:\*(\d{1,9}))?$/.exec(run) ?? []
    if (distance === undefined) return yield undefined
    const step = fromBase36(distance)
    for (let index = 0; index < Number(count); index += 1) {
      last += step
      yield String(last)
    }
  }
}

function fromBase36(digits: string): bigint {
  return Array.from(digits).reduce(
    (sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)),
    0n,
  )
}
