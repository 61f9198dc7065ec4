import { createSleep } from '../../src/limits.ts'

interface Pending {
  at: number
  fire(): void
}

/** Time that passes only when a test says so. */
export interface VirtualClock {
  now(): number
  timer(ms: number, onTime: () => void): () => void
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** Lets `ms` milliseconds pass, firing each timer at its own time and in order. */
  advance(ms: number): Promise<void>
  /** Timers that have neither fired nor been cancelled. */
  pending(): number
}

/** A clock that stands at 2023-11-14T22:13:20Z. */
export function virtualClock(): VirtualClock {
  let time = 1_700_000_000_000
  const timers = new Set<Pending>()

  function timer(ms: number, onTime: () => void): () => void {
    const fire = () => {
      timers.delete(entry)
      onTime()
    }
    const entry = { at: time + ms, fire }
    timers.add(entry)
    return () => timers.delete(entry)
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

  return { now: () => time, timer, sleep: createSleep(timer), advance, pending: () => timers.size }
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
