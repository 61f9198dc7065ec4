import { MockSetupError } from '../errors/MockSetupError.ts'
import { NothingCameError } from '../errors/NothingCameError.ts'
import type { Sleep } from '../options.ts'
import type { JournalEntry, RequestFilter } from './JournalEntry.ts'
import { fits, journalEntry, type KeptRequest } from './keptRequest.ts'

/** A thousand long answers must not fill the memory: so many characters of text are kept at most. */
const maxKeptText = 8 * 1024 * 1024

interface Waiter {
  filter: RequestFilter
  resolve: (entry: JournalEntry) => void
  reject: (error: Error) => void
}

/** The latest requests, oldest first; older ones are dropped. */
export class Journal {
  readonly #limit: number
  readonly #sleep: Sleep
  readonly #waiters = new Set<Waiter>()
  #kept: KeptRequest[] = []
  /** Entries before this one are dropped, and cut off now and then. */
  #first = 0
  #keptText = 0
  #count = 0

  constructor(options: { limit: number; sleep: Sleep }) {
    this.#limit = options.limit
    this.#sleep = options.sleep
  }

  /** Counts the requests of the server, from 1. */
  nextNumber(): number {
    this.#count += 1
    return this.#count
  }

  add(request: KeptRequest): void {
    this.#kept.push(request)
    this.#keptText += textSize(request)
    while (this.#length > this.#limit || (this.#keptText > maxKeptText && this.#length > 1)) {
      this.#keptText -= textSize(this.#kept[this.#first] as KeptRequest)
      this.#first += 1
    }
    // Cutting when half of it is dropped makes the cost of dropping disappear in the adding.
    if (this.#first > this.#length) {
      this.#kept = this.#kept.slice(this.#first)
      this.#first = 0
    }
    this.#tellWaiters(request)
  }

  entries(filter: RequestFilter = {}): JournalEntry[] {
    return this.#kept
      .slice(this.#first)
      .filter((kept) => fits(kept, filter))
      .map(journalEntry)
  }

  /** The first request that fits, among those kept or still to come. */
  async waitFor(filter: RequestFilter, { timeout }: { timeout: number }): Promise<JournalEntry> {
    const here = this.#kept.slice(this.#first).find((kept) => fits(kept, filter))
    if (here) return journalEntry(here)
    const { promise, resolve, reject } = Promise.withResolvers<JournalEntry>()
    const waiter = { filter, resolve, reject }
    this.#waiters.add(waiter)
    const over = new AbortController()
    this.#sleep(timeout, over.signal).then(
      () => reject(new NothingCameError(this.#nothingCame(filter, timeout))),
      () => undefined,
    )
    try {
      return await promise
    } finally {
      this.#waiters.delete(waiter)
      over.abort()
    }
  }

  /** Forgets all requests and counts from 1 again; who waits goes on waiting. */
  clear(): void {
    this.#kept = []
    this.#first = 0
    this.#keptText = 0
    this.#count = 0
  }

  close(): void {
    for (const { reject } of this.#waiters) reject(new MockSetupError('the mock server was closed'))
  }

  get #length(): number {
    return this.#kept.length - this.#first
  }

  #tellWaiters(request: KeptRequest): void {
    for (const { filter, resolve } of this.#waiters) {
      if (fits(request, filter)) resolve(journalEntry(request))
    }
  }

  #nothingCame(filter: RequestFilter, timeout: number): string {
    const asked = JSON.stringify(filter)
    const others = this.#length === 1 ? '1 other request' : `${this.#length} other requests`
    return `no request that fits ${asked} came within ${timeout} ms; the journal holds ${others}`
  }
}

function textSize({ bodyText = '', answerText = '' }: KeptRequest): number {
  return bodyText.length + answerText.length
}
