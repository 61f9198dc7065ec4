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
  /** The parsed JSON body; undefined when there was none, it is no JSON, or it is over 16 kB. */
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

/**
 * What the journal holds of a request. The body stays text until somebody asks: text takes less room,
 * and a fresh object each time cannot be changed under the journal.
 */
export type KeptRequest = Omit<JournalEntry, 'body'> & { bodyText: string | undefined }

/** The latest requests, oldest first; older ones are dropped. */
export class Journal {
  readonly #limit: number
  #kept: KeptRequest[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  add(request: KeptRequest): void {
    this.#kept.push(request)
    // Cutting at twice the limit makes the cost of dropping disappear in the adding.
    if (this.#kept.length >= this.#limit * 2) this.#kept = this.#kept.slice(-this.#limit)
  }

  entries({ operation }: { operation?: string } = {}): JournalEntry[] {
    const latest = this.#kept.slice(-this.#limit)
    const wanted = operation ? latest.filter((kept) => kept.operation === operation) : latest
    return wanted.map(({ bodyText, ...entry }) => ({
      ...structuredClone(entry),
      body: parsed(bodyText),
    }))
  }
}

function parsed(text: string | undefined): unknown {
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
