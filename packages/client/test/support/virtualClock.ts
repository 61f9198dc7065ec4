interface Timer {
  at: number
  fire(): void
}

/** Time that passes only when a test says so. */
export interface VirtualClock {
  now(): number
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** Lets `ms` milliseconds pass, firing each timer at its own time and in order. */
  advance(ms: number): Promise<void>
  /** Timers that have neither fired nor been cancelled. */
  pending(): number
}

/** A clock that stands at 2023-11-14T22:13:20Z. */
export function virtualClock(): VirtualClock {
  let time = 1_700_000_000_000
  const timers = new Set<Timer>()

  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const end = (settle: () => void) => () => {
        timers.delete(timer)
        signal?.removeEventListener('abort', onAbort)
        settle()
      }
      const timer = { at: time + ms, fire: end(resolve) }
      const onAbort = end(() => reject(signal?.reason))
      timers.add(timer)
      signal?.addEventListener('abort', onAbort)
    })
  }

  async function advance(ms: number): Promise<void> {
    const end = time + ms
    for (;;) {
      await settle()
      const next = [...timers].sort((a, b) => a.at - b.at)[0]
      if (!next || next.at > end) break
      time = Math.max(time, next.at)
      next.fire()
    }
    time = end
    await settle()
  }

  return { now: () => time, sleep, advance, pending: () => timers.size }
}

/**
 * Lets everything happen that waits for no clock. The client hashes its secret, on a thread that
 * answers in its own time: a hash asked for after it comes back after it.
 */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    await crypto.subtle.digest('SHA-256', new Uint8Array(1))
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}
