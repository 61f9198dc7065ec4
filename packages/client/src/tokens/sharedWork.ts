import { within } from '../core/within.ts'

/** Work that several callers wait for. */
export interface SharedWork<Result> {
  /**
   * Waits for the result until `signal` aborts. The work goes on for the others, and is ended once
   * nobody waits for it any more.
   */
  join(signal?: AbortSignal): Promise<Result>
}

/** Starts work to share; `onEnd` is called when it is done, failed or ended. */
export function shareWork<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  onEnd: () => void,
): SharedWork<Result> {
  const controller = new AbortController()
  const result = work(controller.signal).finally(onEnd)
  let waiting = 0

  async function join(signal?: AbortSignal): Promise<Result> {
    waiting += 1
    try {
      return await within(signal, () => result)
    } finally {
      waiting -= 1
      if (!waiting) {
        onEnd()
        controller.abort(0)
      }
    }
  }
  return { join }
}
