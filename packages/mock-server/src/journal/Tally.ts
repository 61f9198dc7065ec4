import { MockSetupError } from '../errors.ts'
import { type Filtered, fitsFilter } from './fitsFilter.ts'
import type { CountFilter } from './JournalEntry.ts'

/** Requests that no filter tells apart. */
interface Group {
  /** One of them. */
  request: Filtered
  count: number
  /** Whether their bodies and senders are known. */
  isWhole: boolean
}

const noneMatched = { token: undefined, corpId: undefined, bodyText: undefined }

/** So many different requests are told apart, with so many characters together. */
const mostGroups = 20_000
const mostText = 8 * 1024 * 1024

/**
 * Counts all requests since the last reset in little room: those that no filter tells apart are one
 * group. When there are too many groups, further ones lose what `match` looks at, not their count.
 */
export class Tally {
  readonly #groups = new Map<string, Group>()
  #textSize = 0

  /** `hasBody` is false where the body was too long to be kept. */
  add({ operation, errcode, reasons, token, corpId, bodyText }: Filtered, hasBody: boolean): void {
    // Nobody asks for the sentences here.
    const outcome = { operation, errcode, reasons: reasons.slice(0, 1).map(() => '') }
    const whole = JSON.stringify([outcome, token, corpId, bodyText])
    const hasRoom = this.#groups.size < mostGroups && this.#textSize + whole.length <= mostText
    const isWhole = hasBody && (hasRoom || this.#groups.has(whole))
    const key = isWhole ? whole : JSON.stringify(outcome)
    const known = this.#groups.get(key)
    if (known) {
      known.count += 1
      return
    }
    const matched = isWhole ? { token, corpId, bodyText } : noneMatched
    this.#groups.set(key, { request: { ...outcome, ...matched }, count: 1, isWhole })
    if (isWhole) this.#textSize += key.length
  }

  /** @throws {MockSetupError} where there are requests of which nobody can tell whether they match. */
  count(filter: CountFilter): number {
    const { match, ...outcome } = filter
    const groups = [...this.#groups.values()].filter(({ request }) => fitsFilter(request, outcome))
    const unknown = groups.filter(({ isWhole }) => match !== undefined && !isWhole)
    if (unknown.length > 0) {
      throw new MockSetupError(
        `match cannot be told for ${sum(unknown)} of the requests since the last reset: a body is over 16384 characters, or there are over ${mostGroups} different requests; leave out match, or reset more often`,
      )
    }
    return sum(groups.filter(({ request }) => fitsFilter(request, filter)))
  }

  clear(): void {
    this.#groups.clear()
    this.#textSize = 0
  }
}

function sum(groups: readonly Group[]): number {
  return groups.reduce((total, { count }) => total + count, 0)
}
