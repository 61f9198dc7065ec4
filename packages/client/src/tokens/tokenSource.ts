/** Gives the token for a call, and takes back word of one that WeCom no longer accepts. */
export interface TokenSource {
  get(): Promise<string>
  /** Drops `token`, and only that one: a newer one stays. */
  drop(token: string): Promise<void>
}

/** Hands out a token that is managed elsewhere. */
export function givenTokenSource(
  accessToken: string | (() => string | Promise<string>),
): TokenSource {
  return {
    get: async () => (typeof accessToken === 'function' ? accessToken() : accessToken),
    drop: async () => {},
  }
}
