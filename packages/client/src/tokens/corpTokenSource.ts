import { AuthenticationError } from '../errors/AuthenticationError.ts'
import { cleanCause } from '../errors/redact.ts'
import type { Tell } from '../observe/tell.ts'
import { type KeptToken, keptToken } from './keptTokens.ts'
import { type SharedWork, shareWork } from './sharedWork.ts'
import type { HeldToken, TokenSource } from './tokenSource.ts'
import type { StoredToken, TokenStore } from './tokenStore.ts'

/** A refused secret is not tried again for this long: several in a row block the caller's address. */
const REFUSAL_MEMORY = 60_000
/** A token is renewed this long before its end, a short-lived one after nine tenths of its life. */
const RENEWAL_MARGIN = 300_000

/** What a `corpTokenSource` needs. */
export interface CorpTokenSourceInit {
  /** Names the app, without its secret. */
  key: () => Promise<string>
  store?: TokenStore | undefined
  /** Asks WeCom for a token; `expires_in` in seconds. */
  issue: (signal: AbortSignal) => Promise<{ access_token: string; expires_in: number }>
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now: () => number
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
    const kept = keptToken(storeKey, store)
    if (kept.current && kept.current.expiresAt > now()) return kept.current
    if (kept.refusal && kept.refusal.until > now()) throw kept.refusal.error
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
    const stored = await safely(() => store?.get(storeKey))
    return stored && stored.token !== kept.dropped && stored.expiresAt > now() ? stored : undefined
  }

  async function issueAndStore(
    storeKey: string,
    kept: KeptToken,
    signal: AbortSignal,
  ): Promise<StoredToken> {
    const askedAt = now()
    const { access_token: token, expires_in } = await issue(signal).catch((error) => {
      if (error instanceof AuthenticationError) {
        kept.refusal = { error, until: now() + REFUSAL_MEMORY }
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
    const kept = keptToken(storeKey, store)
    if (kept.current !== held) return
    const { token } = held
    kept.current = undefined
    kept.dropped = token
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
      tell('onToken', { kind: 'store-failed', error: cleanCause(error, secret) }, 'warn')
      return undefined
    }
  }

  return { get, drop }
}
