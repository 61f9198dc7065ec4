import type { TokenStore } from '../tokens/tokenStore.ts'

/** Who calls: an app of a corp, or whoever holds a token already. */
export type Credentials =
  | {
      /** The corp's ID, from the admin console under "My Company". */
      corpId: string
      /** The secret of one app. It leaves this process in the token's own request only. */
      corpSecret: string
      accessToken?: never
    }
  | {
      /** A token that is managed elsewhere, or a function that gives the current one for each call. */
      accessToken: string | (() => string | Promise<string>)
      corpId?: never
      corpSecret?: never
    }

/** Resolves after `ms` milliseconds, or rejects with the signal's reason as soon as it aborts. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>

/** What a client can be told, whatever its credentials. */
export interface ClientSettings {
  /**
   * Where WeCom answers. Private deployments and the mock server have addresses of their own.
   * Anything but https is refused, except on a loopback address or with `allowInsecure`.
   *
   * @default 'https://qyapi.weixin.qq.com'
   */
  baseUrl?: string
  /** Lets tokens travel over plain http to other machines. Meant for closed networks. @default false */
  allowInsecure?: boolean
  /** The `fetch` that carries the calls. @default the runtime's own */
  fetch?: typeof fetch
  /** How the client waits between attempts. @default the runtime's timer */
  sleep?: Sleep
  /** How often a call is sent again after -1, 45033, a broken connection, HTTP 5xx or an answer that is no JSON. @default 3 */
  maxRetries?: number
  /** Where tokens are kept. @default this process's memory, shared by all its clients */
  tokenStore?: TokenStore
}

/** What `createWeComClient` takes. */
export type WeComClientOptions = Credentials & ClientSettings

/** What a single call can be told. */
export interface CallOptions {
  /** Ends the call as soon as it aborts; the call rejects with the signal's reason. */
  signal?: AbortSignal
  /** Further HTTP headers for this call. */
  headers?: Record<string, string>
}
