import type { AuthenticationError } from '../errors/AuthenticationError.ts'
import type { StoredToken, TokenStore } from './tokenStore.ts'

/** What this process knows of one app's token. */
export interface KeptToken {
  current?: StoredToken | undefined
  /** The request that is under way; there is never a second one beside it. */
  request?: Promise<StoredToken> | undefined
  refusal?: { error: AuthenticationError; until: number } | undefined
}

const inMemory = new Map<string, KeptToken>()
const byStore = new WeakMap<TokenStore, Map<string, KeptToken>>()

/**
 * What this process keeps for `key`. All clients in the process share it, so that an app's token is
 * asked for once; clients with a store of their own share it with those who have the same store.
 */
export function keptToken(key: string, store: TokenStore | undefined): KeptToken {
  const tokens = store ? tokensOf(store) : inMemory
  const kept = tokens.get(key) ?? {}
  tokens.set(key, kept)
  return kept
}

function tokensOf(store: TokenStore): Map<string, KeptToken> {
  const tokens = byStore.get(store) ?? new Map<string, KeptToken>()
  byStore.set(store, tokens)
  return tokens
}
