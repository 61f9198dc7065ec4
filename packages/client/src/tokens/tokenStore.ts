/** A token and when to stop using it. */
export interface StoredToken {
  token: string
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  expiresAt: number
}

/**
 * Where tokens are kept beyond this process's memory. Keys are made of the base URL, the corp ID and
 * a hash of the secret; the secret itself is in none.
 */
export interface TokenStore {
  get(key: string): Promise<StoredToken | undefined>
  set(key: string, token: StoredToken): Promise<void>
  delete(key: string): Promise<void>
}
