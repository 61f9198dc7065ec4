/** Meetings or webinars, found by id or by code. */
export class Directory<T extends { meetingid: string; meeting_code: string }> {
  readonly #byId = new Map<string, T>()
  readonly #byCode = new Map<string, T>()

  /** `otherCodes` lead to the same entry as its own code. */
  add(entry: T, otherCodes: readonly string[] = []): void {
    this.#byId.set(entry.meetingid, entry)
    for (const code of [entry.meeting_code, ...otherCodes]) this.#byCode.set(code, entry)
  }

  byId(meetingid: string): T | undefined {
    return this.#byId.get(meetingid)
  }

  byCode(meeting_code: string): T | undefined {
    return this.#byCode.get(meeting_code)
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.#byId.values()
  }
}
