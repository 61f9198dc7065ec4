import { randomUUID } from 'node:crypto'
import { MockSetupError, WaitTimeoutError } from '../errors.ts'
import type { MockRequest } from '../http/MockRequest.ts'
import type { MockServerSettings } from '../options.ts'
import { describeLatest, describeMiscount } from './describe.ts'
import { fitsFilter } from './fitsFilter.ts'
import type { CountFilter, Expectation, JournalEntry, RequestFilter } from './JournalEntry.ts'
import { Mask } from './mask.ts'
import { Tally } from './Tally.ts'
import { toEntry } from './toEntry.ts'

/** Of a longer body, in characters, nothing is kept. */
const longestBody = 16 * 1024
/** A thousand long responses must not fill the memory: so many characters of text are kept at most. */
const mostText = 8 * 1024 * 1024

interface Waiter {
  filter: RequestFilter
  resolve: (entry: JournalEntry) => void
  reject: (error: Error) => void
  /** Gives an error the stack of who waits. */
  atCaller: <E extends Error>(error: E) => E
}

/** The latest requests, oldest first. The oldest lose their bodies first, and are dropped beyond `size`. */
export class Journal {
  /** Another one after each `clear`, on every server. */
  epoch: string = randomUUID()
  /** How many requests were added since the last `clear`. */
  added = 0
  readonly #size: number
  readonly #sleep: MockServerSettings['sleep']
  readonly #known: () => Iterable<string>
  readonly #waiters = new Set<Waiter>()
  /** Oldest first. */
  readonly #requests = new Set<MockRequest>()
  /** Those of them that still have their texts. */
  readonly #withText = new Set<MockRequest>()
  readonly #tally = new Tally()
  #textSize = 0
  #count = 0

  /** @param options `known` gives the tokens and secrets that are masked wherever they stand. */
  constructor(options: {
    size: number
    sleep: MockServerSettings['sleep']
    known?: () => Iterable<string>
  }) {
    this.#size = options.size
    this.#sleep = options.sleep
    this.#known = options.known ?? (() => [])
  }

  /** Counts the requests of the world, from 1. */
  nextNumber(): number {
    this.#count += 1
    return this.#count
  }

  /** Keeps a request that is over. Its texts have tokens and secrets in them; they are masked when shown. */
  add(request: MockRequest): void {
    request.duration = performance.now() - request.started
    // Before it loses a long body.
    const fitting =
      this.#waiters.size > 0 ? [...this.#waiters].filter(({ filter }) => fits(request, filter)) : []
    const { bodyText = '', fault, responseText = '' } = request
    this.#tally.add(request, bodyText.length <= longestBody)
    // Text takes less room, responses share it, and nobody can change it under the journal.
    request.body = undefined
    if (bodyText.length > longestBody) request.bodyText = undefined
    if (fault?.body !== undefined && responseText.length > longestBody) {
      request.fault = { ...fault, body: undefined }
    }
    this.added += 1
    this.#requests.add(request)
    this.#withText.add(request)
    this.#textSize += measureText(request)
    for (const oldest of this.#withText) {
      if (this.#textSize <= mostText || oldest === request) break
      this.#dropText(oldest)
    }
    for (const oldest of this.#requests) {
      if (this.#requests.size <= this.#size) break
      this.#requests.delete(oldest)
      if (this.#withText.has(oldest)) this.#dropText(oldest)
    }
    for (const { resolve } of fitting) resolve(this.#show(request))
  }

  #dropText(request: MockRequest): void {
    this.#withText.delete(request)
    this.#textSize -= measureText(request)
    request.bodyText = undefined
    request.responseText = undefined
  }

  /** The latest so many, in the order in which they ended. */
  latest(count: number): JournalEntry[] {
    return this.#showAll([...this.#requests].slice(Math.max(0, this.#requests.size - count)))
  }

  entries(filter: RequestFilter = {}): JournalEntry[] {
    return this.#showAll([...this.#requests].filter((request) => fits(request, filter)))
  }

  /**
   * How many requests since the last reset fit, however many of them are kept.
   *
   * @throws {MockSetupError} where there are requests of which nobody can tell whether they match.
   */
  count(filter: CountFilter = {}): number {
    return this.#tally.count(filter)
  }

  /** What is wrong with how many there were, in words; undefined when it is as expected. */
  findMiscount(expected: Expectation): string | undefined {
    const mask = new Mask(this.#known())
    const miscount = describeMiscount(expected, this.count(expected), mask)
    return miscount && `${miscount}; ${describeLatest(this.#requests, this.count(), mask)}`
  }

  /** The first request that fits, among those kept or still to come. */
  async waitFor(
    filter: RequestFilter,
    { timeout, atCaller }: { timeout: number; atCaller: Waiter['atCaller'] },
  ): Promise<JournalEntry> {
    const here = [...this.#requests].find((request) => fits(request, filter))
    if (here) return this.#show(here)
    const { promise, resolve, reject } = Promise.withResolvers<JournalEntry>()
    const waiter = { filter, resolve, reject, atCaller }
    this.#waiters.add(waiter)
    const over = new AbortController()
    this.#sleep(timeout, over.signal).then(
      () => {
        const mask = new Mask(this.#known())
        const what = `no request that fits ${mask.text(JSON.stringify(filter))} was received within ${timeout} ms`
        const came = describeLatest(this.#requests, this.count(), mask)
        reject(atCaller(new WaitTimeoutError(`${what}; ${came}`)))
      },
      () => undefined,
    )
    try {
      return await promise
    } finally {
      this.#waiters.delete(waiter)
      over.abort()
    }
  }

  /** Forgets all requests and counts from 1 again; who waits goes on waiting, for any number. */
  clear(): void {
    for (const waiter of this.#waiters) waiter.filter = { ...waiter.filter, after: 0 }
    this.#requests.clear()
    this.#tally.clear()
    this.#withText.clear()
    this.#textSize = 0
    this.#count = 0
    this.added = 0
    this.epoch = randomUUID()
  }

  close(reason = 'the mock server was closed'): void {
    for (const { reject, atCaller } of this.#waiters) reject(atCaller(new MockSetupError(reason)))
  }

  #show(request: MockRequest): JournalEntry {
    return toEntry(request, new Mask(this.#known()))
  }

  #showAll(requests: readonly MockRequest[]): JournalEntry[] {
    const mask = new Mask(this.#known())
    return requests.map((request) => toEntry(request, mask))
  }
}

function measureText({ bodyText = '', responseText = '' }: MockRequest): number {
  return bodyText.length + responseText.length
}

function fits(request: MockRequest, filter: RequestFilter): boolean {
  return request.number > (filter.after ?? -1) && fitsFilter(request, filter)
}
