import { randomUUID } from 'node:crypto'
import { MockSetupError, WaitTimeoutError } from '../errors.ts'
import type { MockRequest } from '../http/MockRequest.ts'
import { isNestedDeeper, type JsonObject } from '../json.ts'
import type { Sleep } from '../options.ts'
import type { JournalEntry, RequestFilter } from './JournalEntry.ts'
import { Mask } from './mask.ts'

/** Of a longer body, in characters, nothing is kept. */
const longestBody = 16 * 1024
/** A thousand long responses must not fill the memory: so many characters of text are kept at most. */
const mostText = 8 * 1024 * 1024

interface Waiter {
  filter: RequestFilter
  resolve: (entry: JournalEntry) => void
  reject: (error: Error) => void
}

/** The latest requests, oldest first. The oldest lose their bodies first, and are dropped beyond `size`. */
export class Journal {
  /** Another one after each `clear`, on every server. */
  epoch: string = randomUUID()
  /** How many requests were added since the last `clear`. */
  added = 0
  readonly #size: number
  readonly #sleep: Sleep
  readonly #mask: Mask
  readonly #waiters = new Set<Waiter>()
  /** Oldest first. */
  readonly #requests = new Set<MockRequest>()
  /** Those of them that still have their texts. */
  readonly #withText = new Set<MockRequest>()
  #textSize = 0
  #count = 0

  constructor(options: { size: number; sleep: Sleep; mask?: Mask }) {
    this.#size = options.size
    this.#sleep = options.sleep
    this.#mask = options.mask ?? new Mask()
  }

  /** Counts the requests of the world, from 1. */
  nextNumber(): number {
    this.#count += 1
    return this.#count
  }

  /** Keeps a request that is over. Its texts have tokens and secrets in them; they are masked when shown. */
  add(request: MockRequest): void {
    request.duration = performance.now() - request.started
    // Text takes less room, responses share it, and nobody can change it under the journal.
    request.body = undefined
    if (request.bodyText !== undefined && request.bodyText.length > longestBody) {
      request.bodyText = undefined
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
    for (const { filter, resolve } of this.#waiters) {
      if (matches(request, filter)) resolve(this.#toEntry(request))
    }
  }

  #dropText(request: MockRequest): void {
    this.#withText.delete(request)
    this.#textSize -= measureText(request)
    request.bodyText = undefined
    request.responseText = undefined
  }

  /** The latest so many, in the order in which they ended. */
  latest(count: number): JournalEntry[] {
    const requests = [...this.#requests].slice(Math.max(0, this.#requests.size - count))
    return requests.map((request) => this.#toEntry(request))
  }

  entries(filter: RequestFilter = {}): JournalEntry[] {
    return [...this.#requests]
      .filter((request) => matches(request, filter))
      .map((request) => this.#toEntry(request))
  }

  /** The first request that fits, among those kept or still to come. */
  async waitFor(filter: RequestFilter, { timeout }: { timeout: number }): Promise<JournalEntry> {
    const here = [...this.#requests].find((request) => matches(request, filter))
    if (here) return this.#toEntry(here)
    const { promise, resolve, reject } = Promise.withResolvers<JournalEntry>()
    const waiter = { filter, resolve, reject }
    this.#waiters.add(waiter)
    const over = new AbortController()
    this.#sleep(timeout, over.signal).then(
      () => reject(new WaitTimeoutError(this.#describeTimeout(filter, timeout))),
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
    this.#withText.clear()
    this.#textSize = 0
    this.#count = 0
    this.added = 0
    this.epoch = randomUUID()
  }

  close(): void {
    for (const { reject } of this.#waiters) reject(new MockSetupError('the mock server was closed'))
  }

  /** What is shown of a request: copies, with tokens and secrets masked. */
  #toEntry(request: MockRequest): JournalEntry {
    const { number, operation, method, reasons, fault, status, duration } = request
    const mask = this.#mask
    const bodyText = request.bodyText && mask.text(request.bodyText)
    return {
      number,
      time: new Date(request.time).toISOString(),
      operation,
      method,
      path: mask.text(request.path),
      query: mask.query(request.query),
      headers: mask.headers(request.headers),
      body: parse(bodyText),
      bodyText,
      verdict: { valid: reasons.length === 0, reasons: reasons.map((reason) => mask.text(reason)) },
      fault: fault && structuredClone(fault),
      status,
      answer: parse(request.responseText && mask.text(request.responseText)) as
        | JsonObject
        | undefined,
      duration,
    }
  }

  #describeTimeout(filter: RequestFilter, timeout: number): string {
    const asked = JSON.stringify(filter)
    const { size } = this.#requests
    const others = size === 1 ? '1 other request' : `${size} other requests`
    return `no request that fits ${asked} was received within ${timeout} ms; the journal holds ${others}`
  }
}

function measureText({ bodyText = '', responseText = '' }: MockRequest): number {
  return bodyText.length + responseText.length
}

function matches(
  request: MockRequest,
  { operation, valid, errcode, after }: RequestFilter,
): boolean {
  if (operation !== undefined && request.operation !== operation) return false
  if (valid !== undefined && (request.reasons.length === 0) !== valid) return false
  if (errcode !== undefined && request.errcode !== errcode) return false
  return after === undefined || request.number > after
}

function parse(text: string | undefined): unknown {
  if (!text) return undefined
  try {
    const value: unknown = JSON.parse(text)
    // JSON of any depth can be read, but neither copied nor written: that stays text.
    return isNestedDeeper(value) ? undefined : value
  } catch {
    return undefined
  }
}
