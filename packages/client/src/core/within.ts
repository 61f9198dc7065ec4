import { TimeoutError } from '../errors/TimeoutError.ts'
import type { Timer } from './Timer.ts'

/** How long a piece of work may take. */
export interface TimeLimit {
  operation: string
  /** What the limit is called among the options. */
  name: 'timeout' | 'deadline'
  /** In milliseconds; 0 is no limit. */
  ms: number
  timer: Timer
}

/**
 * Does `work` until `outer` aborts or the time is up; then it rejects at once, whether the work
 * heeds its signal or not. In the end no timer and no listener is left.
 */
export async function within<Result>(
  outer: AbortSignal | undefined,
  work: (signal?: AbortSignal) => Promise<Result>,
  limit?: TimeLimit,
): Promise<Result> {
  outer?.throwIfAborted()
  const inner = limit?.ms ? new AbortController() : undefined
  if (!outer && !inner) return work()
  let follow = () => {}
  let stopTimer: (() => void) | undefined
  try {
    return await new Promise((resolve, reject) => {
      const end = (reason: unknown) => {
        reject(reason)
        inner?.abort(reason)
      }
      follow = () => end(outer?.reason)
      outer?.addEventListener('abort', follow)
      if (limit?.ms) {
        const { operation, name, ms, timer } = limit
        const message = `${operation} took over its ${name}: ${ms} ms.`
        stopTimer = timer(ms, () => end(new TimeoutError(message, { operation })))
      }
      // A controller costs a twentieth of a fetch; without a limit the caller's own signal will do.
      work(inner ? inner.signal : outer).then(resolve, reject)
    })
  } finally {
    outer?.removeEventListener('abort', follow)
    stopTimer?.()
  }
}
