import type { MockServerSettings } from '../options.ts'
import { errcodes, Refusal } from './Refusal.ts'

const minute = 60_000

/**
 * How often one operation may be called in a minute (45009) and how many calls of it may be under
 * way at once (45033). WeCom's own figures differ by corp, so both limits are off unless asked for.
 *
 * @see https://developer.work.weixin.qq.com/document/path/10785
 */
export class OperationLimits {
  readonly #settings: Pick<MockServerSettings, 'rateLimit' | 'concurrencyLimit' | 'now'>
  readonly #byOperation = new Map<string, { start: number; inMinute: number; underWay: number }>()

  constructor(settings: Pick<MockServerSettings, 'rateLimit' | 'concurrencyLimit' | 'now'>) {
    this.#settings = settings
  }

  /** Counts a call as begun; a refusal when it is one too many. `end` must follow either way. */
  begin(operationId: string): Refusal | undefined {
    const { rateLimit, concurrencyLimit, now } = this.#settings
    const calls = this.#byOperation.get(operationId) ?? { start: now(), inMinute: 0, underWay: 0 }
    this.#byOperation.set(operationId, calls)
    // "A per-minute limit clears after a minute": counted from the first call of the minute.
    if (now() - calls.start >= minute) Object.assign(calls, { start: now(), inMinute: 0 })
    calls.underWay += 1
    calls.inMinute += 1
    if (rateLimit > 0 && calls.inMinute > rateLimit) return new Refusal(errcodes.tooManyCalls)
    const isOneTooMany = concurrencyLimit > 0 && calls.underWay > concurrencyLimit
    return isOneTooMany ? new Refusal(errcodes.tooManyConcurrentCalls) : undefined
  }

  end(operationId: string): void {
    const calls = this.#byOperation.get(operationId)
    if (calls) calls.underWay -= 1
  }
}
