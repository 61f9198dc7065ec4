import { createHash } from 'node:crypto'
import type { IHttpOperation } from '@stoplight/types'
import type { Query } from '../http/MockRequest.ts'
import type { JsonObject } from '../json.ts'
import type { MockServerSettings } from '../options.ts'

type TokenResponse = JsonObject & { access_token: string; expires_in: number }

export type TokenState = 'valid' | 'expired' | 'unknown'

interface IssuedToken {
  /** What `gettoken` returns. */
  response: TokenResponse
  /** Milliseconds since 1970, by the server's clock. */
  expiresAt: number
}

/** Ended tokens are remembered only so that they can be told from invented ones. */
const maxRememberedTokens = 1000

/**
 * One app's access tokens. While a token lives, asking again gives the same one with the same
 * `expires_in` (https://developer.work.weixin.qq.com/document/path/91039: "returns the same result").
 */
export class AccessTokens {
  readonly #settings: Pick<MockServerSettings, 'tokenTtl' | 'now'>
  readonly #seed: string
  readonly #issued = new Map<string, IssuedToken>()
  #current: IssuedToken | undefined
  #count = 0

  constructor(settings: Pick<MockServerSettings, 'tokenTtl' | 'now'>, seed: string) {
    this.#settings = settings
    this.#seed = seed
  }

  get(): TokenResponse {
    const { now } = this.#settings
    if (!this.#current || this.#current.expiresAt <= now()) this.#current = this.#issue()
    return this.#current.response
  }

  check(value: string): TokenState {
    const token = this.#issued.get(value)
    if (!token) return 'unknown'
    return token.expiresAt > this.#settings.now() ? 'valid' : 'expired'
  }

  /** All that are remembered, ended ones too. */
  issued(): Iterable<string> {
    return this.#issued.keys()
  }

  /** Ends every token that was given out so far, as WeCom may do at any time. */
  expireAll(): void {
    for (const token of this.#issued.values()) token.expiresAt = Number.NEGATIVE_INFINITY
    this.#current = undefined
  }

  #issue(): IssuedToken {
    const { tokenTtl: expires_in, now } = this.#settings
    this.#count += 1
    // 214 characters, as long as WeCom's own, from the alphabet that needs no escaping in a URL.
    const hash = createHash('shake256', { outputLength: 160 }).update(
      `${this.#seed}:${this.#count}`,
    )
    const access_token = hash.digest('base64url')
    const response = { errcode: 0, errmsg: 'ok', access_token, expires_in }
    const token = { response, expiresAt: now() + expires_in * 1000 }
    this.#issued.set(access_token, token)
    const [oldest] = this.#issued.keys()
    if (this.#issued.size > maxRememberedTokens && oldest) this.#issued.delete(oldest)
    return token
  }
}

/** The token that a request carries; the parameter's name is the spec's, WeCom calls it access_token. */
export function readToken({ security = [] }: IHttpOperation, query: Query): string | undefined {
  const scheme = security.flat().find(({ type }) => type === 'apiKey')
  return scheme && 'name' in scheme ? [query[scheme.name]].flat()[0] : undefined
}
