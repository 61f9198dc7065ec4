import { MockSetupError } from '../errors.ts'
import { type Filtered, fitsFilter, fitsOutcome } from './fitsFilter.ts'
import type { CountFilter } from './JournalEntry.ts'

/** Requests that no filter tells apart. */
interface Group {
  /** One of them. */
  request: Filtered
  count: number
  /** Whether their bodies and senders are known. */
  isWhole: boolean
}

interface Sender {
  number: number
  token: string | undefined
  corpId: string | undefined
}

/** In the place of sentences that nobody asks for here. */
const valid: readonly string[] = []
const invalid: readonly string[] = ['']

/** So many different requests are told apart, with so many characters together. */
const mostGroups = 20_000
const mostText = 4 * 1024 * 1024

/**
 * Counts all requests since the last reset in little room: those that no filter tells apart are one
 * group. When there are too many groups, further ones lose what `match` looks at, not their count.
 */
export class Tally {
  readonly #groups = new Map<string, Group>()
  /** By token or corp ID: a number in its place, and the one copy of both that is kept. */
  readonly #senders = new Map<string | undefined, Sender>()
  #textSize = 0

  /** `isWhole` is false where the body was too long to be kept. */
  add(request: Filtered, isWhole: boolean): void {
    const { operation, errcode, token, corpId, bodyText } = request
    const reasons = request.reasons.length === 0 ? valid : invalid
    const outcome = `${operation} ${errcode} ${reasons.length}`
    const known = this.#senders.get(token ?? corpId)
    const sender = known ?? { number: this.#senders.size, token, corpId }
    const key = `${outcome} ${sender.number} ${bodyText}`
    const group = isWhole ? this.#groups.get(key) : undefined
    if (group) {
      group.count += 1
      return
    }
    const kept = {
      operation,
      errcode,
      reasons,
      bodyText,
      token: sender.token,
      corpId: sender.corpId,
    }
    const size = key.length + (known ? 0 : (token?.length ?? 0))
    const hasRoom = this.#groups.size < mostGroups && this.#textSize + size <= mostText
    if (isWhole && hasRoom) {
      this.#senders.set(token ?? corpId, sender)
      this.#textSize += size
      this.#groups.set(key, { request: kept, count: 1, isWhole })
      return
    }
    const rest = this.#groups.get(outcome)
    if (rest) rest.count += 1
    else {
      const request = { ...kept, token: undefined, corpId: undefined, bodyText: undefined }
      this.#groups.set(outcome, { request, count: 1, isWhole: false })
    }
  }

  /** @throws {MockSetupError} where there are requests of which nobody can tell whether they match. */
  count(filter: CountFilter): number {
    const groups = [...this.#groups.values()].filter(({ request }) => fitsOutcome(request, filter))
    const unknown = groups.filter(({ isWhole }) => filter.match !== undefined && !isWhole)
    if (unknown.length > 0) {
      throw new MockSetupError(
        `match cannot be told for ${sum(unknown)} of the requests since the last reset: a body is over 16384 characters, or there are over ${mostGroups} different requests; leave out match, or reset more often`,
      )
    }
    return sum(groups.filter(({ request }) => fitsFilter(request, filter)))
  }

  clear(): void {
    this.#groups.clear()
    this.#senders.clear()
    this.#textSize = 0
  }
}

function sum(groups: readonly Group[]): number {
  return groups.reduce((total, { count }) => total + count, 0)
}
