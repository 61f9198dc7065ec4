import { AuthenticationError } from '../errors/AuthenticationError.ts'
import { cleanCause, redactUnknown } from '../errors/redact.ts'
import type { Tell } from '../observe/tell.ts'
import { type KeptToken, keptToken } from './keptTokens.ts'
import { type SharedWork, shareWork } from './sharedWork.ts'
import { type HeldToken, isToken, type TokenSource } from './tokenSource.ts'
import type { StoredToken, TokenStore } from './tokenStore.ts'

/** A refused secret is not tried again for this long: several in a row block the caller's address. */
const REFUSAL_MEMORY = 60_000
/** A token is renewed this long before its end, a short-lived one after nine tenths of its life. */
const RENEWAL_MARGIN = 300_000
/** A refused token that WeCom gives again is not asked for once more for this long: it stays the same. */
const SAME_TOKEN_MEMORY = 5_000

/** What a `corpTokenSource` needs. */
export interface CorpTokenSourceInit {
  /** Names the app, without its secret. */
  key: () => Promise<string>
  store?: TokenStore | undefined
  /** Asks WeCom for a token; `expires_in` in seconds. */
  issue: (signal: AbortSignal) => Promise<{ access_token: string; expires_in: number }>
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now: () => number
  /** Milliseconds, never set back. */
  clock: () => number
  tell: Tell
}

/**
 * Keeps one app's token: asked for once however many callers wait, renewed before it ends, and used on
 * where that fails.
 *
 * @see https://developer.work.weixin.qq.com/document/path/91039
 */
export function corpTokenSource({
  key,
  store,
  issue,
  now,
  clock,
  tell,
}: CorpTokenSourceInit): TokenSource {
  let knownKey: string | undefined
  let keyWork: SharedWork<string> | undefined

  /** Made once for all who ask meanwhile: calls go on in the order in which they were made. */
  async function keyOf(): Promise<string> {
    if (knownKey) return knownKey
    if (!keyWork?.isOpen()) keyWork = shareWork(key)
    knownKey = await keyWork.join()
    return knownKey
  }

  async function get(signal?: AbortSignal): Promise<HeldToken> {
    const storeKey = await keyOf()
    // A caller that has left must not start a request that nobody waits for.
    signal?.throwIfAborted()
    const kept = keptToken(storeKey, store, clock())
    if (kept.current && kept.current.expiresAt > now()) return kept.current
    if (kept.refusal && kept.refusal.until > clock()) throw kept.refusal.error
    if (!kept.request?.isOpen()) kept.request = shareWork((ended) => renew(storeKey, kept, ended))
    return kept.request.join(signal).catch((error) => {
      // The margin is there for this: until WeCom refuses it, the old token may well be good.
      if (!kept.current || signal?.aborted || error instanceof AuthenticationError) throw error
      return kept.current
    })
  }

  async function renew(
    storeKey: string,
    kept: KeptToken,
    signal: AbortSignal,
  ): Promise<StoredToken> {
    let found = await usable(storeKey, kept)
    const release = !found && (await safely(() => store?.lock?.(storeKey, signal)))
    try {
      // Whoever had the lock before may have renewed it.
      if (release) found = await usable(storeKey, kept)
      kept.current = found ?? (await issueAndStore(storeKey, kept, signal))
    } finally {
      if (release) await safely(release)
    }
    tell('onToken', { kind: found ? 'found' : 'issued', expiresAt: kept.current.expiresAt })
    return kept.current
  }

  async function usable(storeKey: string, kept: KeptToken): Promise<StoredToken | undefined> {
    const { token, expiresAt } = Object(await safely(() => store?.get(storeKey)))
    const isUsable = isToken(token) && token !== kept.dropped?.token && Number.isFinite(expiresAt)
    return isUsable && expiresAt > now() ? { token, expiresAt } : undefined
  }

  async function issueAndStore(
    storeKey: string,
    kept: KeptToken,
    signal: AbortSignal,
  ): Promise<StoredToken> {
    const askedAt = now()
    const { access_token: token, expires_in } = await issue(signal).catch((error) => {
      if (error instanceof AuthenticationError) {
        kept.refusal = { error, until: clock() + REFUSAL_MEMORY }
      }
      throw error
    })
    const life = expires_in * 1000
    const stored = { token, expiresAt: askedAt + life - Math.min(RENEWAL_MARGIN, life / 10) }
    await safely(() => store?.set(storeKey, stored), token)
    return stored
  }

  async function drop(held: HeldToken): Promise<void> {
    const storeKey = await keyOf()
    const kept = keptToken(storeKey, store, clock())
    const { token } = held
    const { dropped } = kept
    const isGivenAgain = dropped?.token === token && clock() < dropped.until
    if (kept.current !== held || isGivenAgain) return
    kept.current = undefined
    kept.dropped = { token, until: clock() + SAME_TOKEN_MEMORY }
    tell('onToken', { kind: 'dropped' }, 'warn')
    await safely(() => store?.delete(storeKey, token), token)
  }

  /** A store that fails costs its benefit, not the call. */
  async function safely<Result>(
    ask: () => Promise<Result> | undefined,
    secret = '',
  ): Promise<Result | undefined> {
    try {
      return await ask()
    } catch (error) {
      const clean = (text: string) => redactUnknown(text, secret)
      tell('onToken', { kind: 'store-failed', error: cleanCause(error, clean) }, 'warn')
      return undefined
    }
  }

  return { get, drop }
}
