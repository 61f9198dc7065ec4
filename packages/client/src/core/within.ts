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
  work: (signal: AbortSignal) => Promise<Result>,
  limit?: TimeLimit,
): Promise<Result> {
  outer?.throwIfAborted()
  const inner = new AbortController()
  const { signal } = inner
  const follow = () => inner.abort(outer?.reason)
  outer?.addEventListener('abort', follow)
  if (limit?.ms) {
    const { operation, name, ms, timer } = limit
    const error = () =>
      new TimeoutError(`${operation} took over its ${name}: ${ms} ms.`, { operation })
    timer(ms, signal).then(
      () => inner.abort(error()),
      () => {},
    )
  }
  try {
    return await Promise.race([
      work(signal),
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
      }),
    ])
  } finally {
    outer?.removeEventListener('abort', follow)
    inner.abort(0)
  }
}
