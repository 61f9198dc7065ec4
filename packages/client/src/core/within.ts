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
  if (!outer && !limit?.ms) return await work()
  outer?.throwIfAborted()
  // Two of them: ending a signal that a finished fetch has listened to costs a tenth of the fetch.
  const inner = new AbortController()
  const timer = new AbortController()
  const follow = () => inner.abort(outer?.reason)
  const { signal } = inner
  let fail = () => {}
  outer?.addEventListener('abort', follow)
  try {
    return await new Promise<Result>((resolve, reject) => {
      fail = () => reject(signal.reason)
      signal.addEventListener('abort', fail)
      if (limit?.ms) startTimer(limit, timer.signal, inner)
      work(signal).then(resolve, reject)
    })
  } finally {
    outer?.removeEventListener('abort', follow)
    // Node's fetch holds on to its signal for a while, and through a listener to the whole answer.
    signal.removeEventListener('abort', fail)
    timer.abort(0)
  }
}

function startTimer(
  { operation, name, ms, timer }: TimeLimit,
  ended: AbortSignal,
  work: AbortController,
): void {
  timer(ms, ended).then(
    () => {
      const message = `${operation} took over its ${name}: ${ms} ms.`
      // A timer that does not heed its signal comes after the work.
      if (!ended.aborted) work.abort(new TimeoutError(message, { operation }))
    },
    () => {},
  )
}
