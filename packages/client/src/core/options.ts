import type { ErrorTexts } from '../errors/ErrorTexts.ts'
import type { Hooks, Logger } from '../observe/hooks.ts'
import type { TokenStore } from '../tokens/tokenStore.ts'

/** Who calls: an app of a corp, or whoever holds a token already. */
export type Credentials =
  | {
      /** The corp's ID, from the admin console under "My Company". White space at the ends is dropped. */
      corpId: string
      /** The secret of one app. It leaves this process in the token's own request only. White space at the ends is dropped. */
      corpSecret: string
      accessToken?: never
    }
  | {
      /**
       * A token that is managed elsewhere, or a function that gives the current one for each call. The
    X
       */
      accessToken: string | (() => string | Promise<string>)
      corpId?: never
      corpSecret?: never
    }

/** Resolves after `ms` milliseconds, or rejects with the signal's reason as soon as it aborts. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>

/**
 * How long a call may take and how often it is sent: for all calls of a client, or for one. The request
 * for a token, which other calls may wait for too, keeps to its client's `timeout` and `maxRetries`.
 */
export interface CallLimits {
  /**
   * How long one attempt may take, its response body included, in milliseconds; then it is sent again
   * like a broken connection. 0 is no limit.
   *
   * @default 30000
   */
  timeout?: number
  /**
   * How long a call may take with everything that belongs to it (token, attempts, waits), in
   * milliseconds. For a list it counts per page. 0 is no limit beyond those of the attempts.
   *
   * @default 0
   */
  deadline?: number
  /**
   * How often a call is sent again after -1, 45033, a broken connection, a timeout, HTTP 5xx or an
   * answer that is no JSON object, with exponential backoff: up to 0.5 s, 1 s, 2 s … 8 s.
   *
   * @default 3
   */
  maxRetries?: number
  /**
   * Whether a call that WeCom refuses as too frequent (45009) waits a minute and is sent again, within
   * `maxRetries`. The request for a token never is: its block lasts an hour.
   *
   * @default false
   * @see https://developer.work.weixin.qq.com/document/path/90313
   */
  waitOnRateLimit?: boolean
  /**
   * How long a response may be, in bytes, decompressed. It is cut off there with a
   * `ResponseFormatError`, and not sent again.
   *
   * @default 64000000
   */
  maxResponseBytes?: number
}

/** What a client can be told, whatever its credentials. */
export interface ClientSettings extends CallLimits {
  /**
   * Where WeCom answers. Private deployments and the mock server have addresses of their own.
   * Anything but https is refused, except on a loopback address or with `allowInsecure`. Requests go
   * there and nowhere else: a redirect is an `HttpError`.
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
  /** Where tokens are kept. @default this process's memory, shared by all its clients */
  tokenStore?: TokenStore
  /** Functions that are told what the client does. No token and no secret reaches them. */
  hooks?: Hooks
  /** Where the client says what it does: `debug` for requests, `warn` for trouble. `console` fits. */
  logger?: Logger
  /**
   * What a `WeComApiError` says, in another language, such as `zhCN` from `@wecom-meeting/client/zh-CN`.
   * Other errors stay in English.
   *
   * @default English
   */
  errorTexts?: ErrorTexts
}

/** What `createWeComClient` takes. */
export type WeComClientOptions = Credentials & ClientSettings

/** What a single call can be told. */
export interface CallOptions extends CallLimits {
  /**
   * Ends the call as soon as it aborts, also while it waits; the call rejects with the signal's
   * reason. A token request goes on for the other calls that wait for it.
   */
  signal?: AbortSignal
  /** Further HTTP headers for this call. */
  headers?: Record<string, string>
}
