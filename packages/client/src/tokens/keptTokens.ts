import type { AuthenticationError } from '../errors/AuthenticationError.ts'
import type { SharedWork } from './sharedWork.ts'
import type { StoredToken, TokenStore } from './tokenStore.ts'

/** What this process knows of one app's token. */
export interface KeptToken {
  current?: StoredToken | undefined
  /** The last token that WeCom no longer accepted: a store may still have it. */
  dropped?: string
  /** The last request; while it is open there is no second one beside it. */
  request?: SharedWork<StoredToken> | undefined
  refusal?: { error: AuthenticationError; until: number } | undefined
}

const inMemory: object = {}
const byStore = new WeakMap<object, Map<string, KeptToken>>()

/**
 * What this process keeps for `key`. All clients in the process share it, so that an app's token is
 * asked for once; clients with a store of their own share it with those who have the same store.
 */
export function keptToken(key: string, store: TokenStore | undefined): KeptToken {
  const owner = store ?? inMemory
  const tokens = byStore.get(owner) ?? new Map<string, KeptToken>()
  byStore.set(owner, tokens)
  const kept = tokens.get(key) ?? {}
  tokens.set(key, kept)
  return kept
}
