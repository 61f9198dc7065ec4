import { errcodes, Refusal } from './Refusal.ts'

const minute = 60_000

interface Calls {
  /** Milliseconds since 1970. */
  minuteStart: number
  inThisMinute: number
  underWay: number
}

/**
 * How often one operation may be called in a minute (45009) and how many calls of it may be under
 * way at once (45033). WeCom's own figures differ by corp, so both limits are off unless asked for.
 *
 * @see https://developer.work.weixin.qq.com/document/path/10785
 */
export class CallLimits {
  readonly #perMinute: number
  readonly #atOnce: number
  readonly #now: () => number
  readonly #byOperation = new Map<string, Calls>()

  /** 0 is no limit. */
  constructor(options: { perMinute: number; atOnce: number; now: () => number }) {
    this.#perMinute = options.perMinute
    this.#atOnce = options.atOnce
    this.#now = options.now
  }

  get areOff(): boolean {
    return this.#perMinute === 0 && this.#atOnce === 0
  }

  /** Counts a call as begun; a refusal when it is one too many. `end` must follow either way. */
  begin(operationId: string): Refusal | undefined {
    const calls = this.#callsOf(operationId)
    calls.underWay += 1
    calls.inThisMinute += 1
    if (this.#perMinute > 0 && calls.inThisMinute > this.#perMinute) {
      return new Refusal(errcodes.tooManyCalls)
    }
    if (this.#atOnce > 0 && calls.underWay > this.#atOnce) {
      return new Refusal(errcodes.tooManyConcurrentCalls)
    }
    return undefined
  }

  end(operationId: string): void {
    this.#callsOf(operationId).underWay -= 1
  }

  /** "A per-minute limit clears after a minute": counted from the first call of the minute. */
  #callsOf(operationId: string): Calls {
    const now = this.#now()
    const calls = this.#byOperation.get(operationId) ?? {
      minuteStart: now,
      inThisMinute: 0,
      underWay: 0,
    }
    if (now - calls.minuteStart >= minute) {
      calls.minuteStart = now
      calls.inThisMinute = 0
    }
    this.#byOperation.set(operationId, calls)
    return calls
  }
}
