import type { JsonObject } from './json.ts'

/** One request that the mock received, and what it answered. Tokens and secrets are masked. */
export interface JournalEntry {
  /** Counts from 1; entries that the journal has dropped keep their numbers. */
  number: number
  /** When the request came, by the server's clock, as ISO 8601. */
  time: string
  /** The spec's operationId; undefined for a path or method that the spec does not have. */
  operation: string | undefined
  method: string
  path: string
  query: Record<string, string | string[]>
  /** The parsed JSON body; undefined when there was none or it could not be read. */
  body: unknown
  verdict: Verdict
  /** HTTP status. */
  status: number
  answer: JsonObject
  /** Milliseconds from the request's first byte to the answer. */
  duration: number
}

/** Whether a request keeps to the spec, and what is wrong with it if not. */
export interface Verdict {
  valid: boolean
  reasons: string[]
}

/** The latest requests, oldest first; older ones are dropped. */
export class Journal {
  readonly #limit: number
  #entries: JournalEntry[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  add(entry: JournalEntry): void {
    this.#entries.push(entry)
    // Cutting at twice the limit makes the cost of dropping disappear in the adding.
    if (this.#entries.length >= this.#limit * 2) this.#entries = this.#entries.slice(-this.#limit)
  }

  entries({ operation }: { operation?: string } = {}): JournalEntry[] {
    const latest = this.#entries.slice(-this.#limit)
    return operation ? latest.filter((entry) => entry.operation === operation) : latest
  }
}
