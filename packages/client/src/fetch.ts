import { createConnectionError, WeComError, withFields } from './errors.ts'
import { JITTER, MINUTE } from './gate.ts'
import { errorCatalogue } from './generated/errorCatalogue.ts'
import type { Emit } from './hooks.ts'
import { type Timer, within } from './limits.ts'
import type { ClientSettings } from './options.ts'
import { redact } from './redact.ts'
import { parseResponse, type ReceivedResponse, readText, type Sent } from './response.ts'
import type { HeldToken, TokenSource } from './tokens/tokenStore.ts'

const FIRST_BACKOFF = 500
const LONGEST_BACKOFF = 8_000
/**
 * Where no deadline is given, nothing is sent again later than this: a server that says nothing would cost two
 * minutes.
 */
const RETRY_WINDOW = MINUTE

/** What a client needs from its host. */
export interface Host {
  /** What sends the requests unless the options have another `fetch`. */
  fetch: typeof fetch
  /**
   * What counts the time: of `timeout` and `deadline`, and of the waits between attempts unless the
   * options have another `sleep`.
   */
  timer: Timer
  /** The time of day, in milliseconds since 1970-01-01T00:00:00Z: when a token ends. @default Date.now */
  now?: () => number
  /**
   * Milliseconds since some moment, never set back: how long something took, or is remembered.
   *
   * @default performance.now
   */
  clock?: () => number
  /**
   * Whether calls may wait for others; if not, `concurrency` and `rateLimit` have no effect.
   *
   * @default true
   */
  isShared?: boolean
}

/** What all requests of a client have in common: its options and its host, with defaults for what is not given. */
export interface Settings
  extends Required<Omit<ClientSettings & Host, Optional | 'hooks' | 'logger'>>,
    Pick<ClientSettings, Optional> {
  corpId?: string | undefined
  corpSecret?: string | (() => string | Promise<string>) | undefined
  emit: Emit
}

/** No deadline is not 0: see `RETRY_WINDOW`. */
type Optional = 'deadline' | 'tokenStore' | 'allowInsecure'

/** A request to send, whatever the attempt. */
export interface OutgoingRequest extends Settings {
  operation: string
  /** The field that every response has, unless it has an errcode. */
  sign?: string | undefined
  /** Whether doing it twice is as doing it once. */
  idempotent: boolean
  method: string
  /** The address without its query. */
  address: string
  /** The query before the secret: nothing, or pairs with `&` after each. */
  query: string
  /** The secret's name in the query. */
  secretName: 'access_token' | 'corpsecret'
  body?: RequestInit['body']
  signal?: AbortSignal | undefined
  sent: Sent
}

/** A request on its way, and what has become of it so far. */
interface Request extends OutgoingRequest {
  /** Milliseconds of attempts and backoff, without the waits for limits. */
  spent: number
  held?: HeldToken
}

/** Adds what is not given; a value that is undefined is not. */
export function applyDefaults<Given extends object, Defaults extends object>(
  given: Given,
  defaults: Defaults,
): Given & Defaults {
  const all = { ...defaults, ...given }
  for (const name in given) if (given[name] === undefined) all[name] = defaults[name as never]
  return all
}

/**
 * Sends a request, again where that can help, and after a refused token with another one, until a
 * response is final or the retries are used up; then the last response or error is the result. A
 * refusal is a response.
 */
export function send(tokens: TokenSource, outgoing: OutgoingRequest): Promise<ReceivedResponse> {
  const { signal, operation, idempotent, deadline, sent } = outgoing
  const request = { ...outgoing, spent: 0 }
  const work = (ended?: AbortSignal) => sendAttempts(tokens, request, ended)
  return within(signal, work, request, deadline).catch((error) => {
    const isOwn = error instanceof WeComError && error.operation === operation
    // WeCom may have done it: to call again could do it twice.
    if (isOwn && sent.attempts && !idempotent) Object.assign(error, { retryable: false })
    throw withFields(error, sent)
  })
}

/**
 * Waits with exponential backoff and full jitter: a random time up to the doubled last one.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313 "at most 3 retries" for -1
 */
async function sendAttempts(
  tokens: TokenSource,
  request: Request,
  signal?: AbortSignal,
): Promise<ReceivedResponse> {
  const { operation, maxRetries, waitOnRateLimit, emit, sleep } = request
  const { deadline = RETRY_WINDOW } = request
  let renewals = 0
  const attempt = (waitForMinute?: () => unknown) =>
    sendOnce(tokens, request, signal, waitForMinute)
  for (let retry = 1; ; ) {
    let received: ReceivedResponse | undefined
    let error: unknown
    try {
      const gate = request.isShared ? tokens.gate?.() : undefined
      received = await (gate ? gate.pass(request, attempt, signal) : attempt())
    } catch (thrown) {
      // That of a token has been retried already.
      if (!request.held) throw thrown
      error = thrown
    }
    const errcode = received?.body.errcode ?? 0
    // Whatever keeps a response from coming may pass, unless its error says otherwise.
    const { retryable, retryAfter = 0 } = Object(error)
    // Without a response nobody knows whether WeCom has done it; where it refuses, it has not.
    const mayRepeat = retryable && request.idempotent
    const policy = received ? errorCatalogue[errcode]?.[2] : mayRepeat && 'backoff'
    const least = 1000 * retryAfter
    const isLate = deadline !== 0 && request.spent + least >= deadline
    // The call's own end can look like an error to retry: its reason may be a TimeoutError.
    const canRetry = retry <= maxRetries && !isLate && !signal?.aborted
    let isRenewed = false
    if (policy === 'with-a-new-token' && (canRetry || !renewals)) {
      const refused = request.held as HeldToken
      await tokens.drop(refused)
      request.held = await getToken(tokens, signal)
      isRenewed = request.held.token !== refused.token
      // The first renewal costs no retry: WeCom may end a token at any time.
      if (isRenewed && !renewals++) continue
    }
    let wait = isRenewed ? 0 : undefined
    if (policy === 'backoff') {
      const longest = Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (retry - 1))
      wait = least + Math.random() * longest
      request.spent += wait
    }
    if (policy === 'after-a-minute' && waitOnRateLimit) wait = MINUTE + Math.random() * JITTER
    if (!canRetry || wait === undefined) {
      if (received) return received
      throw error
    }
    emit('onRetry', { operation, retry, wait, ...(received ? { errcode } : { error }) }, 'warn')
    if (wait) await sleep(wait, signal)
    retry += 1
  }
}

/** Asks for a token until the signal aborts: a function of the caller's need not heed it. */
function getToken(tokens: TokenSource, signal?: AbortSignal): Promise<HeldToken> {
  return within(signal, () => tokens.get(signal))
}

async function sendOnce(
  tokens: TokenSource,
  request: Request,
  signal?: AbortSignal,
  waitForMinute?: () => unknown,
): Promise<ReceivedResponse> {
  const { operation, method, address: url, timeout, clock, emit, sent } = request
  // Not before its turn has come: until then the token may have ended.
  request.held ??= await getToken(tokens, signal)
  await waitForMinute?.()
  signal?.throwIfAborted()
  const { token } = request.held
  const event = { operation, method, url, attempt: ++sent.attempts }
  const start = clock()
  let outcome: { status?: number; errcode?: number; error?: unknown } = {}
  emit('onRequest', event)
  try {
    const work = (ended?: AbortSignal) => exchange(request, token, ended)
    const received = await within(signal, work, request, timeout)
    outcome = { status: received.status, errcode: received.body.errcode ?? 0 }
    return received
  } catch (error) {
    outcome = { error }
    throw error
  } finally {
    const duration = clock() - start
    request.spent += duration
    emit('onResponse', { request: event, duration, ...outcome })
  }
}

/**
 * Sends one request and reads the response.
 *
 * @param secret The token, or the secret of the token's own request.
 */
async function exchange(
  request: Request,
  secret: string,
  signal?: AbortSignal,
): Promise<ReceivedResponse> {
  const { operation, address, method, query, secretName, headers, body, fetch } = request
  // Some runtimes name the whole address, and gateways repeat it and the headers; what a caller puts into these
  // may be a secret too.
  const clean = (said: string) => {
    const { accept: _, 'content-type': __, ...ownHeaders } = headers
    return [secret, ...new URLSearchParams(query).values(), ...Object.values(ownHeaders)]
      .filter((value) => value === secret || value.length > 3)
      .reduce((text, each) => redact(text, each), query ? said.replaceAll(query, '') : said)
  }
  let response: Response
  let text: string
  try {
    // Whoever follows a redirect sends the secret along.
    const init = { method, headers, body, signal, redirect: 'manual' } as RequestInit
    response = await fetch(`${address}?${query}${secretName}=${encodeURIComponent(secret)}`, init)
    text = await readText(response, request)
  } catch (error) {
    // The body was too long.
    if (error instanceof WeComError) throw error
    throw createConnectionError(operation, address, error, clean)
  }
  return parseResponse(request, response, text, clean, request.sent)
}
