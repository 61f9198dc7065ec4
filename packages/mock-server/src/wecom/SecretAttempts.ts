import type { MockServerSettings } from '../options.ts'

/** Addresses are forgotten, oldest first, so that no caller can fill the memory. */
const mostAddresses = 10_000

/**
 * "Several wrong secrets in a row block the calling address for an hour"
 * (https://developer.work.weixin.qq.com/document/path/91039). How many "several" is, is not published.
 */
export class SecretAttempts {
  readonly #settings: Pick<MockServerSettings, 'secretAttempts' | 'secretBlock' | 'now'>
  /** Wrong secrets since the last right one, and until when the address is blocked. */
  readonly #byAddress = new Map<string, { wrong: number; blockedUntil: number }>()

  constructor(settings: Pick<MockServerSettings, 'secretAttempts' | 'secretBlock' | 'now'>) {
    this.#settings = settings
  }

  isBlocked(address: string): boolean {
    return (this.#byAddress.get(address)?.blockedUntil ?? 0) > this.#settings.now()
  }

  addWrong(address: string): void {
    const { secretAttempts: limit, secretBlock, now } = this.#settings
    if (limit === 0) return
    const wrong = (this.#byAddress.get(address)?.wrong ?? 0) + 1
    const blocked = { wrong: 0, blockedUntil: now() + secretBlock * 1000 }
    this.#byAddress.set(address, wrong >= limit ? blocked : { wrong, blockedUntil: 0 })
    const [oldest] = this.#byAddress.keys()
    if (this.#byAddress.size > mostAddresses && oldest) this.#byAddress.delete(oldest)
  }

  addRight(address: string): void {
    this.#byAddress.delete(address)
  }
}
