/** Addresses are forgotten, oldest first, so that no caller can fill the memory. */
const maxRememberedAddresses = 10_000

interface Attempts {
  /** Wrong secrets since the last right one. */
  wrong: number
  /** Milliseconds since 1970; 0 when not blocked. */
  blockedUntil: number
}

/**
 * "Several wrong secrets in a row block the calling address for an hour"
 * (https://developer.work.weixin.qq.com/document/path/91039). How many "several" is, is not published.
 */
export class SecretAttempts {
  readonly #limit: number
  readonly #blockMilliseconds: number
  readonly #now: () => number
  readonly #byAddress = new Map<string, Attempts>()

  /** `limit` 0 blocks nobody. */
  constructor(options: { limit: number; blockSeconds: number; now: () => number }) {
    this.#limit = options.limit
    this.#blockMilliseconds = options.blockSeconds * 1000
    this.#now = options.now
  }

  isBlocked(address: string): boolean {
    const attempts = this.#byAddress.get(address)
    return attempts !== undefined && attempts.blockedUntil > this.#now()
  }

  addWrong(address: string): void {
    if (this.#limit === 0) return
    const wrong = (this.#byAddress.get(address)?.wrong ?? 0) + 1
    const blocks = wrong >= this.#limit
    this.#byAddress.set(address, {
      wrong: blocks ? 0 : wrong,
      blockedUntil: blocks ? this.#now() + this.#blockMilliseconds : 0,
    })
    const [oldest] = this.#byAddress.keys()
    if (this.#byAddress.size > maxRememberedAddresses && oldest) this.#byAddress.delete(oldest)
  }

  addRight(address: string): void {
    this.#byAddress.delete(address)
  }
}
