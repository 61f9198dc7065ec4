import type { Sleep } from './options.ts'
import { within } from './within.ts'

/** Calls `onTime` once, `ms` milliseconds from now. What it returns keeps that from happening. */
export type Timer = (ms: number, onTime: () => void) => () => void

/** A wait that ends with its time or its signal, and leaves no timer behind. */
export function sleepWith(timer: Timer): Sleep {
  return async (ms, signal) => {
    let stop = () => {}
    const time = () =>
      new Promise<void>((resolve) => {
        stop = timer(ms, resolve)
      })
    await within(signal, time).finally(() => stop())
  }
}
