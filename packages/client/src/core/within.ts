import { TimeoutError } from '../errors/TimeoutError.ts'
import type { Sleep } from './options.ts'

/** How long a piece of work may take. */
export interface TimeLimit {
  operation: string
  /** What the limit is called among the options. */
  name: 'timeout' | 'deadline'
  /** In milliseconds; 0 is no limit. */
  ms: number
  timer: Sleep
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
  if (!outer && !limit?.ms) return work()
  // Two of them: ending a signal that a finished fetch has listened to costs a tenth of the fetch.
  const inner = new AbortController()
  const done = new AbortController()
  let follow = () => {}
  try {
    return await new Promise((resolve, reject) => {
      const end = (reason: unknown) => {
        reject(reason)
        inner.abort(reason)
      }
      follow = () => end(outer?.reason)
      outer?.addEventListener('abort', follow)
      if (limit?.ms) {
        const { operation, name, ms, timer } = limit
        const message = `${operation} took over its ${name}: ${ms} ms.`
        timer(ms, done.signal).then(
          // A timer that does not heed its signal comes after the work.
          () => done.signal.aborted || end(new TimeoutError(message, { operation })),
          () => {},
        )
      }
      work(inner.signal).then(resolve, reject)
    })
  } finally {
    outer?.removeEventListener('abort', follow)
    done.abort(0)
  }
}
