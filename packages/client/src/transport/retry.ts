import type { CallLimits } from '../core/options.ts'
import { ConnectionError } from '../errors/ConnectionError.ts'
import { retryOf } from '../errors/catalogueEntry.ts'
import { HttpError } from '../errors/HttpError.ts'
import { ResponseFormatError } from '../errors/ResponseFormatError.ts'
import { TimeoutError } from '../errors/TimeoutError.ts'
import type { Answer } from './exchange.ts'
import type { Transport } from './Transport.ts'

const FIRST_BACKOFF = 500
const LONGEST_BACKOFF = 8_000
/** How long a limit per minute lasts; the jitter spreads those who wait for the same limit. */
const RATE_WINDOW = 60_000
const RATE_JITTER = 5_000

/** What governs the retries of one call. */
export interface RetryPlan extends Pick<Required<CallLimits>, 'maxRetries' | 'waitOnRateLimit'> {
  operation: string
  signal: AbortSignal | undefined
}

/**
 * Sends until an answer stands or the retries are used up; then the last answer or error is the
 * result. Waits with exponential backoff and full jitter: a random time up to the doubled last one.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313 "at most 3 retries" for -1
 */
export async function withRetries(
  { sleep, tell }: Transport,
  { operation, signal, maxRetries, waitOnRateLimit }: RetryPlan,
  send: () => Promise<Answer>,
): Promise<Answer> {
  for (let retry = 1; ; retry++) {
    let answer: Answer | undefined
    let error: unknown
    try {
      answer = await send()
    } catch (thrown) {
      error = thrown
    }
    const errcode = answer?.body.errcode ?? 0
    const policy = answer ? retryOf(errcode) : isTransient(error) && 'b'
    const again = policy === 'b' || (policy === 'm' && waitOnRateLimit)
    // The call's own end can look like an error to retry: its reason may be a TimeoutError.
    if (!again || retry > maxRetries || signal?.aborted) {
      if (answer) return answer
      throw error
    }
    const wait = policy === 'b' ? backoff(retry) : RATE_WINDOW + Math.random() * RATE_JITTER
    tell('onRetry', { operation, retry, wait, ...(answer ? { errcode } : { error }) }, 'warn')
    await sleep(wait, signal)
  }
}

function backoff(retry: number): number {
  return Math.random() * Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (retry - 1))
}

function isTransient(error: unknown): boolean {
  return (
    error instanceof ConnectionError ||
    error instanceof TimeoutError ||
    error instanceof ResponseFormatError ||
    (error instanceof HttpError && error.status >= 500)
  )
}
