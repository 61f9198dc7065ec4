import { createError, TimeoutError } from './errors.ts'

/** Resolves after `ms` milliseconds, or rejects with the signal's reason as soon as it aborts. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>

/** Calls `onTime` once, `ms` milliseconds from now; the function that it returns cancels that. */
export type Timer = (ms: number, onTime: () => void) => () => void

/** Creates a wait that ends with its time or its signal, and leaves no timer behind. */
export function createSleep(timer: Timer): Sleep {
  return async (ms, signal) => {
    let cancel = () => {}
    const wait = () =>
      new Promise<void>((resolve) => {
        cancel = timer(ms, resolve)
      })
    await within(signal, wait).finally(() => cancel())
  }
}

/**
 * Does `work` until `outer` aborts or `ms` milliseconds have passed, 0 for no limit; then it rejects at
 * once, whether the work heeds its signal or not. In the end no timer and no listener is left.
 *
 * @throws {TimeoutError} If the time has passed.
 */
export function within<Result>(
  outer: AbortSignal | undefined,
  work: (signal?: AbortSignal) => Promise<Result>,
  limited?: { operation: string; timer: Timer },
  ms = 0,
): Promise<Result> {
  if (!outer && !ms) return work()
  return new Promise((resolve, reject) => {
    outer?.throwIfAborted()
    // A controller costs a twentieth of a fetch; without a limit the caller's own signal will do.
    const inner = ms ? new AbortController() : undefined
    const follow = () => end(outer?.reason)
    let cancel: (() => void) | undefined
    let finish = (settle: () => void) => {
      finish = () => {}
      outer?.removeEventListener('abort', follow)
      cancel?.()
      settle()
    }
    const end = (reason: unknown) => {
      finish(() => reject(reason))
      inner?.abort(reason)
    }
    outer?.addEventListener('abort', follow)
    if (limited && ms) {
      const what = `timed out after ${ms} ms`
      cancel = limited.timer(ms, () => end(createError(TimeoutError, limited.operation, what, {})))
    }
    work(inner?.signal ?? outer).then(
      (result) => finish(() => resolve(result)),
      (error) => finish(() => reject(error)),
    )
  })
}
