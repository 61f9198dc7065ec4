import type { AuthenticationError } from '../errors/AuthenticationError.ts'
import type { SharedWork } from './sharedWork.ts'
import type { StoredToken, TokenStore } from './tokenStore.ts'

/** What this process knows of one app's token. */
export interface KeptToken {
  current?: StoredToken | undefined
  /**
   * The last token that WeCom no longer accepted, which a store may still have, and until when it is not
   * dropped once more, should WeCom have given it again.
   */
  dropped?: { token: string; until: number }
  /** The last request; while it is open there is no second one beside it. */
  request?: SharedWork<StoredToken> | undefined
  refusal?: { error: AuthenticationError; until: number } | undefined
  /** When somebody last asked for it. */
  usedAt?: number
}

/** What nobody has asked for in three hours is let go; a token lives for two. */
const LONGEST_REST = 10_800_000

const inMemory: object = {}
const byStore = new WeakMap<object, Map<string, KeptToken>>()

/**
 * What this process keeps for `key`. All clients in the process share it, so that an app's token is
 * asked for once; clients with a store of their own share it with those who have the same store.
 *
 * @param time Milliseconds, by a clock that is never set back.
 */
export function keptToken(key: string, store: TokenStore | undefined, time: number): KeptToken {
  const owner = store ?? inMemory
  const tokens = byStore.get(owner) ?? new Map<string, KeptToken>()
  byStore.set(owner, tokens)
  const kept = tokens.get(key) ?? {}
  kept.usedAt = time
  // Put at the end, so that the first ones are those that have rested longest.
  tokens.delete(key)
  tokens.set(key, kept)
  for (const [resting, { usedAt = 0 }] of tokens) {
    if (time - usedAt < LONGEST_REST) break
    tokens.delete(resting)
  }
  return kept
}
