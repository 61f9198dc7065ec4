import { within } from '../limits.ts'

/** Work that several callers wait for. */
export interface SharedWork<Result> {
  /** Whether it still goes on, and can be waited for from here. */
  isOpen(): boolean
  /**
   * Waits for the result until `signal` aborts. The work goes on for the others, and is ended once
   * nobody waits for it any more.
   */
  join(signal?: AbortSignal): Promise<Result>
}

/** Starts work to share. */
export function shareWork<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
): SharedWork<Result> {
  const controller = new AbortController()
  const end = () => controller.abort(0)
  const result = work(controller.signal).finally(end)
  let waiting = 0

  return {
    isOpen(): boolean {
      try {
        return !controller.signal.aborted
      } catch {
        // A Cloudflare worker lets no request touch what another one has made, and never finishes what
        // a request has left behind: whoever waited for it would wait for ever.
        return false
      }
    },

    async join(signal?: AbortSignal): Promise<Result> {
      waiting += 1
      try {
        return await within(signal, () => result)
      } finally {
        waiting -= 1
        if (!waiting) end()
      }
    },
  }
}
