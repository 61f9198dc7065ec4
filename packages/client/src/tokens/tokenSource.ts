import { checkedText } from '../core/validate.ts'

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

/** Whether it can be a token: text that an address can hold, which half a character can not. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !/\p{Cs}/u.test(value)
}

/**
 * Hands out a token that is managed elsewhere.
 *
 * @throws TypeError if that is no text; from `get`, if it is a function that gives none.
 */
export function givenTokenSource(
  accessToken: string | (() => string | Promise<string>),
): TokenSource {
  const check = (token: unknown) => ({ token: checkedText('accessToken', token) })
  if (typeof accessToken === 'function') {
    return { get: async () => check(await accessToken()), drop: async () => {} }
  }
  const held = check(accessToken)
  return { get: async () => held, drop: async () => {} }
}
