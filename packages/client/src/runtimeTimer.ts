import type { Timer } from './core/Timer.ts'

/** The runtime's own timer. */
export const runtimeTimer: Timer = (ms, onTime) => {
  const timer = setTimeout(onTime, ms)
  return () => clearTimeout(timer)
}
