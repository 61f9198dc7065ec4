/** A token as it was handed out; the object tells apart two times that WeCom gave the same text. */
export interface HeldToken {
  readonly token: string
}

/** Gives the token for a call, and takes back word of one that WeCom no longer accepts. */
export interface TokenSource {
  /** Rejects with the signal's reason as soon as it aborts; others who wait go on waiting. */
  get(signal?: AbortSignal): Promise<HeldToken>
  /** Drops `token`, and only that one: a newer one stays. */
  drop(token: HeldToken): Promise<void>
}

/**
 * Hands out a token that is managed elsewhere.
 *
 * @throws TypeError, from `get`, if that is no text.
 */
export function givenTokenSource(
  accessToken: string | (() => string | Promise<string>),
): TokenSource {
  return {
    get: async () => {
      const token = typeof accessToken === 'function' ? await accessToken() : accessToken
      if (token && typeof token === 'string') return { token }
      throw new TypeError('accessToken gave no text; expected a token.')
    },
    drop: async () => {},
  }
}
