import { type Sleep, within } from './limits.ts'

/** What a gate reads of a request. */
interface Passing {
  operation: string
  /** How many requests may be under way at once. */
  concurrency: number
  /** How many may be sent within a minute; 0 for any number. */
  rateLimit: number
  waitOnRateLimit: boolean
  signal?: AbortSignal | undefined
  sleep: Sleep
  clock: () => number
}

/** Lets as many requests through at once as WeCom takes. */
export interface Gate {
  /**
   * Sends once there is room, and again while WeCom refuses because too many requests of this gate are under
   * way. Rejects with the signal's reason as soon as it aborts.
   */
  pass<Received extends { body: { errcode?: number } }>(
    request: Passing,
    send: () => Promise<Received>,
  ): Promise<Received>
}

const TOO_MANY_AT_ONCE = 45033
const TOO_FREQUENT = 45009
/** So many responses in a row for each request that may be under way let one more through. */
const RESPONSES_TO_WIDEN = 20
const MINUTE = 60_000
/** Spreads those who wait for the same limit, and keeps off its very end. */
const JITTER = 5_000

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
  /** Those who wait, and how many may be under way for them. */
  const waiting = new Map<() => void, number>()
  /** When the last requests were sent, or will be. */
  let starts: number[] = []
  /** Until when an operation is refused as too frequent. */
  const closedUntil: Record<string, number> = {}

  function admit(): void {
    for (const [go, concurrency] of waiting) {
      if (underWay >= Math.min(room, concurrency)) return
      underWay += 1
      waiting.delete(go)
      go()
    }
  }

  async function waitForRoom({ concurrency, signal }: Passing): Promise<void> {
    let go = () => {}
    const turn = new Promise<void>((resolve) => {
      go = resolve
    })
    waiting.set(go, concurrency)
    admit()
    await within(signal, () => turn).catch((reason) => {
      // Its turn can have come in the same moment: then another one has it.
      if (!waiting.delete(go)) leave()
      throw reason
    })
  }

  function leave(): void {
    underWay -= 1
    admit()
  }

  /** How long to wait so that no minute has more than `rateLimit` starts; it counts as one from now on. */
  function reserveStart(rateLimit: number, now: number): number {
    const start = Math.max(now, (starts.at(-rateLimit) ?? -MINUTE) + MINUTE)
    starts = [...starts.filter((last) => last > now - MINUTE), start]
    return start - now
  }

  /** Learns from a response; whether it is a refusal because of other requests of this gate. */
  function isRefusedForCrowd(operation: string, errcode = 0, now: number): boolean {
    if (errcode === TOO_FREQUENT) closedUntil[operation] = now + MINUTE
    if (errcode !== TOO_MANY_AT_ONCE) {
      if (++responses <= RESPONSES_TO_WIDEN * room) return false
      room += 1
      responses = 0
      return false
    }
    room = Math.max(1, Math.min(room, underWay) - 1)
    responses = 0
    return underWay > 1
  }

  return {
    async pass(request, send) {
      const { operation, rateLimit, waitOnRateLimit, sleep, signal, clock } = request
      // Once is enough, whatever the clock says then: a test's `sleep` takes no time.
      let canRest = waitOnRateLimit
      for (;;) {
        await waitForRoom(request)
        const closed = canRest ? (closedUntil[operation] ?? 0) - clock() : 0
        try {
          if (closed <= 0) {
            const wait = rateLimit && reserveStart(rateLimit, clock())
            if (wait) await sleep(wait, signal)
            const received = await send()
            if (!isRefusedForCrowd(operation, received.body.errcode, clock())) return received
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
