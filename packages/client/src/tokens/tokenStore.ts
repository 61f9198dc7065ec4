import type { Gate } from '../gate.ts'

/** A token and when to stop using it. */
export interface StoredToken {
  /** The access token, at most 512 bytes. */
  token: string
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  expiresAt: number
}

/**
 * Where tokens are stored beyond this process's memory. Keys are made of the base URL, the corp ID and
 * a hash of the secret; the secret itself is in none. What a store throws is reported to `onToken` and the
 * logger, and the client goes on without the store. Calls wait for a store, up to their `deadline`: one
 * that can hang should give up by itself.
 *
 * @example
 * const tokens = new Map<string, StoredToken>()
 * const tokenStore: TokenStore = {
 *   get: async (key) => tokens.get(key),
 *   set: async (key, token) => void tokens.set(key, token),
 *   delete: async (key, token) => void (tokens.get(key)?.token === token && tokens.delete(key)),
 * }
 */
export interface TokenStore {
  /** The key's token; undefined if there is none. One that has expired may be given too. */
  get(key: string): Promise<StoredToken | undefined>
  /** Keeps the key's token, in place of any other. */
  set(key: string, token: StoredToken): Promise<void>
  /** Removes the key's token if it still is `token`; a newer one must stay. */
  delete(key: string, token: string): Promise<void>
  /**
   * Waits until nobody else renews the key's token, and gives what ends this one's turn. Without it
   * several processes may ask WeCom at the same time.
   *
   * @param signal Ends the wait.
   */
  lock?(key: string, signal: AbortSignal): Promise<() => Promise<void>>
}

/** A token as it was handed out; the object distinguishes two times that WeCom returned the same text. */
export interface HeldToken {
  readonly token: string
}

/** Gives the token for a call, and is notified of one that WeCom no longer accepts. */
export interface TokenSource {
  /** Rejects with the signal's reason as soon as it aborts; others who wait go on waiting. */
  get(signal?: AbortSignal): Promise<HeldToken>
  /** Drops `token`, and only that one: a newer one stays. */
  drop(token: HeldToken): Promise<void>
  /** What all requests with its tokens pass; none is no limit. */
  gate?(): Gate
}
