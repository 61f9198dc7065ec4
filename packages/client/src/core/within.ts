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
  work: (signal: AbortSignal | undefined) => Promise<Result>,
  limit?: TimeLimit,
): Promise<Result> {
  outer?.throwIfAborted()
  const inner = limit?.ms ? new AbortController() : undefined
  if (!inner && !outer) return work(undefined)
  let follow = () => {}
  try {
    return await new Promise((resolve, reject) => {
      const end = (reason: unknown) => {
        reject(reason)
        inner?.abort(reason)
      }
      follow = () => end(outer?.reason)
      outer?.addEventListener('abort', follow)
      if (inner && limit) {
        const { operation, name, ms, timer } = limit
        const message = `${operation} took over its ${name}: ${ms} ms.`
        timer(ms, inner.signal).then(
          () => end(new TimeoutError(message, { operation })),
          () => {},
        )
      }
      work(inner?.signal ?? outer).then(resolve, reject)
    })
  } finally {
    outer?.removeEventListener('abort', follow)
    inner?.abort(0)
  }
}
