import { FieldsError } from '../errors.ts'
import type { JsonObject } from '../json.ts'

/** A meeting or a webinar. */
export interface Stored {
  meetingid: string
  meeting_code: string
  /** What WeCom responds about it; frozen. */
  response: JsonObject
  /** Of a page's sample the code in its response, which its request does not have. */
  otherCode?: string
  /** Of a page's sample the sub-meeting in its request, which its response does not have. */
  sub_meetingid?: unknown
  /** Of a webinar; undefined where enrollment is switched off. */
  enrollments?: JsonObject[] | undefined
  /** Set on what the mock starts with, which gives way to what a tester adds under its ID or code. */
  isSeeded?: true
}

/** Meetings or webinars by their IDs, found by code too. */
export class Directory extends Map<string, Stored> {
  readonly #kind: 'meeting' | 'webinar'
  readonly #byCode = new Map<string, Stored>()

  constructor(kind: 'meeting' | 'webinar') {
    super()
    this.#kind = kind
  }

  byCode(meeting_code: string): Stored | undefined {
    return this.#byCode.get(meeting_code)
  }

  /** @throws {FieldsError} when there is none. */
  find(meetingid: string): Stored {
    const entry = this.get(meetingid)
    if (entry) return entry
    throw createFieldsError(`no ${this.#kind} has the meetingid ${meetingid}`, 'meetingid')
  }

  /** Copies of all, each with the ids under which it is found. */
  list(): JsonObject[] {
    return Array.from(this.values(), copyWithIds)
  }

  /**
   * @param before What it takes the place of.
   * @throws {FieldsError} when another has its id or its code; nothing is changed then.
   */
  put(made: Stored, before?: Stored): JsonObject {
    const { meetingid, meeting_code, otherCode = meeting_code } = made
    if (typeof meetingid !== 'string' || meetingid === '') {
      throw createFieldsError('meetingid must be a text that is not empty', 'meetingid')
    }
    const named = { meetingid: this.get(meetingid), meeting_code: this.byCode(meeting_code) }
    for (const [field, other] of Object.entries(named)) {
      // An id that two share would hide one of them.
      if (!other || other === before || other.isSeeded) continue
      const id = made[field as keyof typeof named]
      throw createFieldsError(`there is a ${this.#kind} with the ${field} ${id} already`, field)
    }
    if (!before) this.delete(meetingid)
    this.#forgetCodes(named.meetingid)
    this.set(meetingid, made)
    for (const code of [otherCode, meeting_code]) this.#byCode.set(code, made)
    return copyWithIds(made)
  }

  /** @throws {FieldsError} when there is none. */
  remove(meetingid: string): void {
    this.#forgetCodes(this.find(meetingid))
    this.delete(meetingid)
  }

  #forgetCodes(entry: Stored | undefined): void {
    if (!entry) return
    for (const [code, named] of this.#byCode) if (named === entry) this.#byCode.delete(code)
  }
}

function copyWithIds({ meetingid, meeting_code, response }: Stored): JsonObject {
  return structuredClone({ ...response, meetingid, meeting_code })
}

export function createFieldsError(message: string, ...path: readonly string[]): FieldsError {
  return new FieldsError({ path, message })
}

/** What is stored is never changed, only replaced. */
export function freezeCopy(value: JsonObject): JsonObject {
  return freeze(structuredClone(value)) as JsonObject
}

function freeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) freeze(part)
  return Object.freeze(value)
}
