import { AuthenticationError } from '../errors/AuthenticationError.ts'
import { type KeptToken, keptToken } from './keptTokens.ts'
import type { TokenSource } from './tokenSource.ts'
import type { StoredToken, TokenStore } from './tokenStore.ts'

/** A refused secret is not tried again for this long: several in a row block the caller's address. */
const REFUSAL_MEMORY_MS = 60_000
/** A token is renewed this long before its end, a short-lived one after nine tenths of its life. */
const RENEWAL_MARGIN_MS = 300_000

/** What a `corpTokenSource` needs. */
export interface CorpTokenSourceInit {
  /** Names the app, without its secret. */
  key: () => Promise<string>
  store?: TokenStore | undefined
  /** Asks WeCom for a token; `expires_in` in seconds. */
  issue: () => Promise<{ access_token: string; expires_in: number }>
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now?: () => number
}

/**
 * Keeps one app's token: asked for once however many callers wait, renewed before it ends.
 *
 * @see https://developer.work.weixin.qq.com/document/path/91039
 */
export function corpTokenSource({
  key,
  store,
  issue,
  now = Date.now,
}: CorpTokenSourceInit): TokenSource {
  let keyOnce: Promise<string> | undefined
  const keyOf = () => (keyOnce ??= key())

  async function get(): Promise<string> {
    const storeKey = await keyOf()
    const kept = keptToken(storeKey, store)
    if (kept.current && kept.current.expiresAt > now()) return kept.current.token
    if (kept.refusal && kept.refusal.until > now()) throw kept.refusal.error
    kept.request ??= request(storeKey, kept)
    return (await kept.request).token
  }

  async function request(storeKey: string, kept: KeptToken): Promise<StoredToken> {
    const dropped = kept.current?.token
    try {
      const stored = await store?.get(storeKey)
      const usable = stored && stored.token !== dropped && stored.expiresAt > now()
      kept.current = usable ? stored : await renew(storeKey)
      return kept.current
    } catch (error) {
      if (error instanceof AuthenticationError) {
        kept.refusal = { error, until: now() + REFUSAL_MEMORY_MS }
      }
      throw error
    } finally {
      kept.request = undefined
    }
  }

  async function renew(storeKey: string): Promise<StoredToken> {
    const askedAt = now()
    const { access_token: token, expires_in } = await issue()
    const life = expires_in * 1000
    const stored = { token, expiresAt: askedAt + life - Math.min(RENEWAL_MARGIN_MS, life / 10) }
    await store?.set(storeKey, stored)
    return stored
  }

  async function drop(token: string): Promise<void> {
    const storeKey = await keyOf()
    const kept = keptToken(storeKey, store)
    if (kept.current?.token !== token) return
    kept.current = { token, expiresAt: 0 }
    if ((await store?.get(storeKey))?.token === token) await store?.delete(storeKey)
  }

  return { get, drop }
}
