import type { Sleep } from '../core/options.ts'
import { ConnectionError } from '../errors/ConnectionError.ts'
import { HttpError } from '../errors/HttpError.ts'
import { ResponseFormatError } from '../errors/ResponseFormatError.ts'
import { errorCatalogue } from '../generated/errorCatalogue.ts'
import type { Answer } from './exchange.ts'

const FIRST_BACKOFF_MS = 500
const LONGEST_BACKOFF_MS = 8_000

/** What governs the retries of one call. */
export interface RetryPlan {
  maxRetries: number
  sleep: Sleep
  signal?: AbortSignal | undefined
  random?: () => number
}

/**
 * Sends until an answer stands or the retries are used up; then the last answer or error is the
 * result. Waits with exponential backoff and full jitter: a random time up to the doubled last one.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313 "at most 3 retries" for -1
 */
export async function withRetries(
  attempt: () => Promise<Answer>,
  { maxRetries, sleep, signal, random = Math.random }: RetryPlan,
): Promise<Answer> {
  for (let retries = 0; ; retries++) {
    try {
      const answer = await attempt()
      if (retries >= maxRetries || !isTransientRefusal(answer)) return answer
    } catch (error) {
      if (retries >= maxRetries || !isTransientFailure(error)) throw error
    }
    await sleep(random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** retries), signal)
  }
}

function isTransientRefusal({ body }: Answer): boolean {
  return errorCatalogue.get(body.errcode ?? 0)?.retry === 'backoff'
}

function isTransientFailure(error: unknown): boolean {
  return (
    error instanceof ConnectionError ||
    error instanceof ResponseFormatError ||
    (error instanceof HttpError && error.status >= 500)
  )
}
