import { within } from '../core/within.ts'
import { retryOf } from '../errors/catalogueEntry.ts'
import { WeComError } from '../errors/WeComError.ts'
import type { TokenSource } from '../tokens/tokenSource.ts'
import { type Answer, exchange } from './exchange.ts'
import type { LimitedCall, OutgoingCall } from './OutgoingCall.ts'
import type { Transport } from './Transport.ts'

const FIRST_BACKOFF = 500
const LONGEST_BACKOFF = 8_000
/** How long a limit per minute lasts; the jitter spreads those who wait for the same limit. */
const RATE_WINDOW = 60_000
const RATE_JITTER = 5_000

/**
 * Sends a call, again where that can help, and after a refused token with another one, until an answer
 * stands or the retries are used up; then the last answer or error is the result. A refusal is an
 * answer.
 */
export function send(
  transport: Transport,
  tokens: TokenSource,
  call: OutgoingCall,
): Promise<Answer> {
  const { limits, timer } = transport
  const limited = { ...call } as LimitedCall
  // A limit that is undefined is none; `timeout` stands for whichever it is.
  for (const name in limits) limited[name as 'timeout'] ??= limits[name as 'timeout']
  const { operation, deadline: ms } = limited
  const work = (signal?: AbortSignal) => attempts(transport, tokens, { ...limited, signal })
  return within(call.signal, work, { operation, name: 'deadline', ms, timer })
}

/**
 * Waits with exponential backoff and full jitter: a random time up to the doubled last one.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313 "at most 3 retries" for -1
 */
async function attempts(
  transport: Transport,
  tokens: TokenSource,
  call: LimitedCall,
): Promise<Answer> {
  const { operation, signal, maxRetries, waitOnRateLimit } = call
  let held = await tokens.get(signal)
  let renewals = 0
  for (let attempt = 1, retry = 1; ; attempt++) {
    // What was waited for need not heed the signal, such as the caller's own `accessToken` and `sleep`.
    signal?.throwIfAborted()
    let answer: Answer | undefined
    let error: unknown
    try {
      answer = await exchange(transport, call, held.token, attempt)
    } catch (thrown) {
      error = thrown
    }
    const errcode = answer?.body.errcode ?? 0
    const policy = answer ? retryOf(errcode) : isTransient(error) && 'b'
    const canRetry = retry <= maxRetries && !signal?.aborted
    let isRenewed = false
    if (policy === 't' && (canRetry || !renewals)) {
      const refused = held
      await tokens.drop(refused)
      held = await tokens.get(signal)
      isRenewed = held.token !== refused.token
      // The first renewal costs no retry: WeCom may end a token at any time.
      if (isRenewed && !renewals++) continue
    }
    const again = isRenewed || policy === 'b' || (policy === 'm' && waitOnRateLimit)
    // The call's own end can look like an error to retry: its reason may be a TimeoutError.
    if (!again || !canRetry) {
      if (answer) return answer
      throw error
    }
    const wait = isRenewed ? 0 : policy === 'b' ? backoff(retry) : rateLimitWait()
    transport.tell(
      'onRetry',
      { operation, retry, wait, ...(answer ? { errcode } : { error }) },
      'warn',
    )
    if (wait) await transport.sleep(wait, signal)
    retry += 1
  }
}

function rateLimitWait(): number {
  return RATE_WINDOW + Math.random() * RATE_JITTER
}

function backoff(retry: number): number {
  return Math.random() * Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (retry - 1))
}

/** Whatever keeps an answer from coming may pass, unless its error says otherwise. */
function isTransient(error: unknown): boolean {
  return error instanceof WeComError && error.retryable
}
