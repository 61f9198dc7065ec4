import { type Sleep, within } from './limits.ts'

/** What a gate reads of a request. */
interface Passing {
  operation: string
  /** How many requests may be under way at once. */
  concurrency: number
  /** How many may be sent within a minute; 0 for any number. */
  rateLimit: number
  waitOnRateLimit: boolean
  sleep: Sleep
  clock: () => number
}

/** Lets as many requests through at once as WeCom takes. */
export interface Gate {
  /**
   * Sends once there is room, and again while WeCom refuses because too many requests of this gate are under
   * way. Rejects with the signal's reason as soon as it aborts.
   *
   * @param send Waits for its minute last of all, right before it sends: a token may take its time.
   */
  pass<Received extends { body: { errcode?: number } }>(
    request: Passing,
    send: (waitForMinute: () => unknown) => Promise<Received>,
    signal?: AbortSignal,
  ): Promise<Received>
}

const TOO_MANY_AT_ONCE = 45033
const TOO_FREQUENT = 45009
/** So many responses in a row for each request that may be under way let one more through. */
const RESPONSES_TO_WIDEN = 20
/** How long a limit per minute lasts. */
export const MINUTE = 60_000
/** Spreads those who wait for the same limit, and keeps off its very end. */
export const JITTER = 5_000

/**
 * Creates a gate. WeCom does not publish how many requests of a corp it takes at once. Each refusal for that
 * lowers the number by one, which ends at what WeCom takes; from there it rises slowly.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export function createGate(): Gate {
  let underWay = 0
  let room = Number.POSITIVE_INFINITY
  let responses = 0
  /** Those who wait, in their order, and how many may be under way for them. */
  const waiting = new Map<() => void, number>()
  /** When the last requests were sent, as many as the highest `rateLimit` looks back at. */
  const starts: number[] = []
  let mostStarts = 0
  /** Those who wait for the minute go one after the other: whoever leaves has used up nothing. */
  let lastStart = Promise.resolve()
  /** Until when an operation is refused as too frequent. */
  const closedUntil: Record<string, number> = {}

  function enter(concurrency: number): boolean {
    const hasRoom = underWay < Math.min(room, concurrency)
    if (hasRoom) underWay += 1
    return hasRoom
  }

  function admit(): void {
    for (const [go, concurrency] of waiting) {
      if (!enter(concurrency)) return
      waiting.delete(go)
      go()
    }
  }

  function leave(): void {
    underWay -= 1
    admit()
  }

  async function waitForRoom(concurrency: number, signal?: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    waiting.set(resolve, concurrency)
    try {
      await within(signal, () => promise)
    } catch (reason) {
      // It may leave in the very moment in which its turn has come.
      if (waiting.delete(resolve)) admit()
      else leave()
      throw reason
    }
  }

  function countStart(at: number): void {
    if (starts.push(at) > mostStarts) starts.shift()
  }

  async function waitForMinute(
    { rateLimit, sleep, clock }: Passing,
    signal?: AbortSignal,
  ): Promise<void> {
    mostStarts = Math.max(mostStarts, rateLimit)
    const start = lastStart.then(async () => {
      const now = clock()
      const at = Math.max(now, (starts.at(-rateLimit) ?? -MINUTE) + MINUTE)
      if (at > now) await sleep(at - now, signal)
      signal?.throwIfAborted()
      countStart(at)
    })
    lastStart = start.catch(() => {})
    await within(signal, () => start)
  }

  /** Learns from a response. Returns whether it is a refusal because of other requests of this gate. */
  function learnFrom({ operation, clock }: Passing, errcode = 0): boolean {
    if (errcode === TOO_FREQUENT) closedUntil[operation] = clock() + MINUTE
    if (errcode === TOO_MANY_AT_ONCE) {
      room = Math.max(1, Math.min(room, underWay) - 1)
      responses = 0
      return underWay > 1
    }
    responses += 1
    if (responses > RESPONSES_TO_WIDEN * room) {
      room += 1
      responses = 0
    }
    return false
  }

  return {
    async pass(request, send, signal) {
      const { operation, concurrency, rateLimit, sleep, clock } = request
      // Once is enough, whatever the clock says then: a test's `sleep` takes no time.
      let canRest = request.waitOnRateLimit
      for (;;) {
        if (waiting.size > 0 || !enter(concurrency)) await waitForRoom(concurrency, signal)
        const closed = canRest ? (closedUntil[operation] ?? 0) - clock() : 0
        try {
          if (closed <= 0) {
            const received = await send(() =>
              rateLimit ? waitForMinute(request, signal) : mostStarts && countStart(clock()),
            )
            if (!learnFrom(request, received.body.errcode)) return received
          }
        } finally {
          leave()
        }
        if (closed > 0) {
          canRest = false
          await sleep(closed + Math.random() * JITTER, signal)
        }
      }
    },
  }
}
