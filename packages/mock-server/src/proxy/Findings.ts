import type { Departure } from './Departure.ts'
import type { Evidence } from './evidence.ts'

/** What one exchange, a request with its answer, gave to report. */
export interface JudgedExchange {
  /** Milliseconds since 1970. */
  time: number
  /** Undefined for a path that the spec does not have. */
  operationId: string | undefined
  method: string
  path: string
  /** HTTP status; undefined when no answer came. */
  status: number | undefined
  /** WeCom's errcode, where the answer has one. */
  errcode: number | undefined
  /** Milliseconds. */
  duration: number
  departures: Departure[]
  evidence: Evidence[]
  /** Why no answer came, in one sentence. */
  failure?: string
}

export interface CountedDeparture extends Departure {
  operationId: string | undefined
  count: number
  /** When it was first seen, in milliseconds since 1970. */
  first: number
}

/** A service that departs everywhere must not fill the memory. */
const mostKinds = 2000

/** Everything seen so far, the same departure counted and not repeated. */
export class Findings {
  readonly requests: Map<string, number> = new Map()
  readonly unknownPaths: Map<string, number> = new Map()
  readonly #departures = new Map<string, CountedDeparture>()
  readonly #evidence = new Map<string, Evidence & { count: number }>()
  failures = 0

  /** Whether there was something that had not been seen before. */
  add(exchange: JudgedExchange): boolean {
    const { operationId, method, path, failure } = exchange
    if (failure) this.failures += 1
    const known = operationId !== undefined
    const kindsBefore = this.#kinds()
    if (known) count(this.requests, operationId)
    else count(this.unknownPaths, `${method} ${path}`)
    for (const departure of exchange.departures) this.#addDeparture(departure, exchange)
    for (const seen of exchange.evidence) this.#addEvidence(seen)
    return this.#kinds() > kindsBefore
  }

  /** Most frequent first. */
  departures(): CountedDeparture[] {
    return [...this.#departures.values()].sort((one, other) => other.count - one.count)
  }

  /** By row. */
  evidence(): (Evidence & { count: number })[] {
    return [...this.#evidence.values()].sort((one, other) => one.row - other.row)
  }

  #kinds(): number {
    return this.#departures.size + this.#evidence.size + this.unknownPaths.size
  }

  #addDeparture(departure: Departure, { operationId, time }: JudgedExchange): void {
    const { side, kind, place, expected, came } = departure
    const key = [operationId, side, kind, place, expected, came].join('\n')
    const before = this.#departures.get(key)
    if (before) before.count += 1
    else if (this.#departures.size < mostKinds) {
      this.#departures.set(key, { ...departure, operationId, count: 1, first: time })
    }
  }

  #addEvidence(seen: Evidence): void {
    const key = `${seen.row} ${seen.field} ${seen.came}`
    const before = this.#evidence.get(key)
    if (before) before.count += 1
    else this.#evidence.set(key, { ...seen, count: 1 })
  }
}

function count(counts: Map<string, number>, name: string): void {
  const before = counts.get(name)
  if (before !== undefined || counts.size < mostKinds) counts.set(name, (before ?? 0) + 1)
}
