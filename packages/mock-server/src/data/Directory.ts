import { FieldsError } from '../errors.ts'
import { isJsonObject, type JsonObject } from '../json.ts'

/** A meeting or a webinar. */
export interface Stored {
  meetingid: string
  meeting_code: string
  /** What WeCom responds about it; frozen, so that what was written and validated once stays so. */
  response: JsonObject
  /** A webinar has none. */
  sub_meetingids: ReadonlySet<string>
  /** Set on the pages' own samples, which give way to what a tester adds. */
  isSample?: true
}

/** Meetings or webinars, found by id or by code. */
export class Directory {
  readonly #kind: 'meeting' | 'webinar'
  readonly #byId = new Map<string, Stored>()
  readonly #byCode = new Map<string, Stored>()

  constructor(kind: 'meeting' | 'webinar') {
    this.#kind = kind
  }

  byId(meetingid: string): Stored | undefined {
    return this.#byId.get(meetingid)
  }

  byCode(meeting_code: string): Stored | undefined {
    return this.#byCode.get(meeting_code)
  }

  /** @throws {FieldsError} when there is none. */
  get(meetingid: string): Stored {
    const entry = this.#byId.get(meetingid)
    if (entry) return entry
    throw createError(`no ${this.#kind} has the meetingid ${meetingid}`, 'meetingid')
  }

  all(): Iterable<Stored> {
    return this.#byId.values()
  }

  /** Copies of all, each with the ids under which it is found. */
  list(): JsonObject[] {
    return Array.from(this.#byId.values(), copyWithIds)
  }

  /**
   * @param otherCodes Lead to the same entry as its own code.
   * @throws {FieldsError} when another has its id or its code; nothing is added then.
   */
  add(entry: Stored, ...otherCodes: readonly string[]): JsonObject {
    const { meetingid, meeting_code } = entry
    if (typeof meetingid !== 'string' || meetingid === '') {
      throw createError('meetingid must be a text that is not empty', 'meetingid')
    }
    this.#refuseTaken('meetingid', meetingid, this.byId(meetingid))
    this.#refuseTaken('meeting_code', meeting_code, this.byCode(meeting_code))
    this.#byId.set(meetingid, entry)
    for (const code of [meeting_code, ...otherCodes]) this.#byCode.set(code, entry)
    return copyWithIds(entry)
  }

  /** @throws {FieldsError} when another has the code; nothing is changed then. */
  update(entry: Stored, response: JsonObject, meeting_code: string): JsonObject {
    const named = this.byCode(meeting_code)
    if (named !== entry) this.#refuseTaken('meeting_code', meeting_code, named)
    if (this.byCode(entry.meeting_code) === entry) this.#byCode.delete(entry.meeting_code)
    this.#byCode.set(meeting_code, entry)
    const sub_meetingids = findSubMeetingids(response)
    Object.assign(entry, { meeting_code, sub_meetingids, response: freezeCopy(response) })
    return copyWithIds(entry)
  }

  /** @throws {FieldsError} when there is none. */
  remove(meetingid: string): void {
    const entry = this.get(meetingid)
    this.#byId.delete(meetingid)
    for (const [code, named] of this.#byCode) if (named === entry) this.#byCode.delete(code)
  }

  /** An id that two share would hide one of them; only a page's own sample gives way. */
  #refuseTaken(field: string, id: string, entry: Stored | undefined): void {
    if (entry && !entry.isSample) {
      throw createError(`there is a ${this.#kind} with the ${field} ${id} already`, field)
    }
  }
}

function copyWithIds({ meetingid, meeting_code, response }: Stored): JsonObject {
  return structuredClone({ ...response, meetingid, meeting_code })
}

export function createError(message: string, ...path: readonly string[]): FieldsError {
  return new FieldsError({ path, message })
}

/** Every sub_meetingid that a request or a response of `get_info` names. */
export function findSubMeetingids(fields: JsonObject): Set<string> {
  const listed = [fields.sub_meetings ?? []].flat().filter(isJsonObject)
  const ids = [
    fields.sub_meetingid,
    fields.current_sub_meetingid,
    ...listed.map(({ sub_meetingid }) => sub_meetingid),
  ]
  return new Set(ids.filter((id) => typeof id === 'string'))
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
