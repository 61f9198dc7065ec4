import type { Timer } from './limits.ts'

/** 23 days. Runtimes count to 2^31 ms, and take what is longer, such as Infinity, for no time at all. */
const LONGEST = 2_000_000_000

/** The runtime's own timer. */
export const runtimeTimer: Timer = (ms, onTime) => {
  const timer = setTimeout(onTime, Math.min(ms, LONGEST))
  return () => clearTimeout(timer)
}
