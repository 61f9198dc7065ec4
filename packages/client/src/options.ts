import type { ErrorTexts } from './errors.ts'
import type { Hooks, Logger } from './hooks.ts'
import type { Sleep } from './limits.ts'
import type { TokenStore } from './tokens/tokenStore.ts'

/**
 * Who calls: an app of a corp, or whoever holds a token already. White space at the ends is dropped. An empty text, as a
 * default for an environment variable may be, is refused with the name of what is missing.
 */
export type Credentials =
  | {
      /** The corp's ID, from the admin console under "My Company". */
      corpId: string
      /**
       * The secret of one app. It leaves this process in the token's own request only. A function is asked whenever
       * there is no token: one that has been refused is corrected by its next result. An error that it throws reaches
       * the caller as it is.
       */
      corpSecret: string | (() => string | Promise<string>)
      accessToken?: never
    }
  // Last, and without the others as `never`: else an error about these would be told as a missing `accessToken`.
  | {
      /**
       * A token that is managed elsewhere, or a function that gives the current one for each call. The function is
       * asked once more after WeCom has refused what it gave; an error that it throws reaches the caller as it is.
       */
      accessToken: string | (() => string | Promise<string>)
    }

/**
 * How long a call may take and how often it is sent: for all calls of a client, or for one. The request
 * for a token, which other calls may wait for too, keeps to its client's `timeout` and `maxRetries`.
 */
export interface CallLimits {
  /**
   * How long one attempt may take, its response body included, in milliseconds; then it is sent again
   * like a broken connection. 0 is no limit. @default 30000
   */
  timeout?: number
  /**
   * How long a call may take with everything that belongs to it (token, attempts, waits), in
   * milliseconds. For a list it counts per page, for parts of a batch per part. 0 is no limit beyond those of the
   * attempts. Without one a call is not sent again once its attempts and backoffs have taken a minute; waits for
   * `concurrency` and rate limits don't count. @default none
   */
  deadline?: number
  /**
   * How often a call is sent again after -1, 45033, a broken connection, a timeout, HTTP 5xx or 429 or a
   * response that is no JSON object, with exponential backoff: up to 0.5 s, 1 s, 2 s … 8 s, on top of what
   * `Retry-After` asks for. What it asks for in vain, later than the deadline or, without one, a minute, fails at
   * once. Where no response of WeCom's came, only what is `idempotent` is sent again. @default 3
   */
  maxRetries?: number
  /**
   * Whether a call that WeCom refuses as too frequent (45009) waits a minute and is sent again, within
   * `maxRetries`. Meanwhile the other calls to that operation wait as well. The request for a token is never
   * sent again: its block lasts an hour. @default false
   * @see https://developer.work.weixin.qq.com/document/path/90313
   */
  waitOnRateLimit?: boolean
  /**
   * How long a response may be, in bytes, decompressed. It is cut off there with a
   * `ResponseFormatError`, and not sent again. @default 64000000
   */
  maxResponseBytes?: number
}

/** The settings of a client, whatever its credentials. */
export interface ClientSettings extends CallLimits {
  /**
   * The address of WeCom's API. Private deployments and the mock server have addresses of their own.
   * Anything but https is refused, except on a loopback address or with `allowInsecure`. Requests go
   * there and nowhere else: a redirect is an `HttpError`. @default 'https://qyapi.weixin.qq.com'
   */
  baseUrl?: string
  /** Lets tokens travel over plain http to other machines. Meant for closed networks. @default false */
  allowInsecure?: boolean
  /**
   * The `fetch` that carries the calls. It is given the address as text, token or secret in its query, and the
   * headers as a plain object with names in lower case. @default the runtime's own
   */
  fetch?: typeof fetch
  /** Further HTTP headers for every request, those for a token too: a gateway's key, say. */
  headers?: Record<string, string>
  /**
   * How many requests may be under way at once, of all clients in this process for this corp; the others wait.
   * WeCom refuses too many with 45033 and does not say how many those are: each such refusal lowers the number by
   * one, and that call is sent again. Then it rises slowly. @default 20
   */
  concurrency?: number
  /** How many requests may be sent within a minute, of all clients in this process for this corp; 0 is no limit. @default 0 */
  rateLimit?: number
  /** How the client waits between attempts. @default the runtime's timer */
  sleep?: Sleep
  /** Where tokens are stored. @default this process's memory, shared by all its clients */
  tokenStore?: TokenStore
  /** Functions that are notified of what the client does. No token and no secret reaches them. */
  hooks?: Hooks
  /** Where the client says what it does: `debug` for requests, `warn` for failures. `console` fits. */
  logger?: Logger
  /**
   * What a `WeComApiError` says, in another language, such as `zhCN` from `@wecom-meeting/client/zh-CN`.
   * Other errors stay in English. @default English
   */
  errorTexts?: ErrorTexts
}

/** What `createWeComClient` takes. */
export type WeComClientOptions = Credentials & ClientSettings

/** The options of a single call. */
export interface CallOptions extends CallLimits {
  /**
   * Ends the call as soon as it aborts, also while it waits; the call rejects with the signal's
   * reason. A token request goes on for the other calls that wait for it.
   */
  signal?: AbortSignal
  /** Further HTTP headers for this call. */
  headers?: Record<string, string>
  /**
   * Whether doing this twice is as doing it once. Only then is it sent again where no response of WeCom's came, after a
   * broken connection, a timeout, HTTP 5xx or a response that is no JSON object: WeCom may have done it. A
   * refusal (-1, 45033, a token) says that it has not, and is sent again either way.
   *
   * @default true for what only reads or sets something, as the spec says; false where it makes something, and
   *   for paths that the spec does not have
   */
  idempotent?: boolean
  /**
   * How many entries one request may have, of a list that is worked off such as `enroll_id_list`; more go in
   * several requests, one after the other. @default all at once, where WeCom publishes no largest number
   */
  batchSize?: number
}

/** Whether a value is valid, and what is expected in its place. */
export type Rule = readonly [isValid: (value: never) => boolean, expected: string]

const isFunction = (value: unknown): boolean => typeof value === 'function'
/** Whether it is an object, or a list. */
export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null
function areHeaders(value: ConstructorParameters<typeof Headers>[0] & object): boolean {
  try {
    const values = Object.values(value).flat()
    // An object would be sent as "[object Object]"; some runtimes send what no header can hold.
    return !!new Headers(value) && !values.some((one) => isObject(one) || /[^\0-\xff]/.test(one))
  } catch {
    // Its message would repeat the value, which may be a gateway's key.
    return false
  }
}
const hasMethods =
  (...names: string[]) =>
  (value: Record<string, unknown> | null): boolean =>
    names.every((name) => isFunction(value?.[name]))
// `Number.isNaN` is not enough: text compares as a number.
const isCount = (value: unknown): boolean => typeof value === 'number' && value >= 0

/** A time limit. */
export const MILLISECONDS: Rule = [isCount, 'milliseconds, 0 for no limit']
const FLAG: Rule = [(value) => typeof value === 'boolean', 'true or false']
const FUNCTION: Rule = [isFunction, 'a function']
const OBJECT: Rule = [isObject, 'an object']

/** Creates the rule of a whole number within limits; Infinity is one only where `most` is. */
export function wholeNumber(least: number, most?: number): Rule {
  return [
    (value: number) =>
      (Number.isSafeInteger(value) || value === most) && value >= least && value <= (most ?? value),
    `a whole number from ${least} ${Number.isFinite(most) ? `to ${most}` : 'on'}`,
  ]
}

/** Of clients and calls alike. */
const OPTIONS: Record<string, Rule> = {
  timeout: MILLISECONDS,
  deadline: MILLISECONDS,
  maxRetries: wholeNumber(0),
  concurrency: wholeNumber(1),
  rateLimit: wholeNumber(0),
  maxResponseBytes: [(value) => isCount(value) && value > 0, 'bytes, above 0'],
  waitOnRateLimit: FLAG,
  allowInsecure: FLAG,
  fetch: FUNCTION,
  sleep: FUNCTION,
  tokenStore: [hasMethods('get', 'set', 'delete'), 'an object with get, set and delete'],
  hooks: OBJECT,
  logger: OBJECT,
  errorTexts: [hasMethods('message', 'fix'), 'an object with message and fix'],
  headers: [
    (value) => isObject(value) && areHeaders(value),
    'an object of names and values that HTTP allows',
  ],
  idempotent: FLAG,
  batchSize: wholeNumber(1),
  signal: [hasMethods('addEventListener'), 'an AbortSignal'],
}

/** Of `hooks` and of `logger`. */
export const LISTENERS: Record<keyof (Hooks & Logger), Rule> = {
  onRequest: FUNCTION,
  onResponse: FUNCTION,
  onRetry: FUNCTION,
  onToken: FUNCTION,
  debug: FUNCTION,
  warn: FUNCTION,
}

/**
 * Checks the options that are given; one that is undefined is not.
 *
 * @throws {TypeError} If one is wrong, or `options` is no object: it names the first, its value and what is
 *   expected.
 */
export function checkOptions(
  options: object | undefined,
  rules: Record<string, Rule> = OPTIONS,
  name = 'options',
): void {
  const isList = Array.isArray(options)
  if (!isObject(options) || isList)
    throw createTypeError(name, options, isList ? 'an object, not a list' : 'an object')
  for (const name in rules) {
    const value = (options as Record<string, unknown>)[name]
    const [isValid, expected] = rules[name] as Rule
    if (value !== undefined && !isValid(value as never))
      throw createTypeError(name, value, expected)
  }
}

/** What goes as JSON, or as it is; anything else would go as `{}` or as its own name. */
const BODY = / (Object|Form|Blob|File)|Params|Stream|View|Array/

/** Checks that a body is an object that can be sent. */
export function checkBody(name: string, body: object): void {
  checkOptions(body, {}, name)
  if (!BODY.test({}.toString.call(body)))
    throw createTypeError(name, body, 'a plain object, a form, text or bytes')
}

/**
 * Creates the error of a value that is not what is expected. A long text is not shown: it may be a secret.
 *
 * @param isSecret Of a value that should be a secret, only what is empty is shown.
 */
export function createTypeError(
  name: string,
  value: unknown,
  expected: string,
  isSecret?: boolean,
): TypeError {
  let shown = `of type ${typeof value}`
  if (typeof value === 'string') shown = value.length > 12 ? 'a long text' : JSON.stringify(value)
  else if (Object(value) !== value && !(isSecret && value)) shown = String(value)
  return new TypeError(`${name} is ${shown}; expected ${expected}.`)
}

/** White space, what nobody sees, and half a character, which no address can hold. */
const INVISIBLE = /[\s\p{C}]/u

/**
 * Drops the white space that copying leaves at the ends of a credential.
 *
 * @throws {TypeError} If it is no text, or white space or an invisible character is inside; its value is
 *   not repeated.
 */
export function trimCredential(name: string, value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : ''
  if (!text) throw createTypeError(name, value, 'a non-empty string', true)
  if (INVISIBLE.test(text)) {
    throw new TypeError(`${name} has white space or an invisible character inside; copy it again.`)
  }
  return text
}

const DEFAULT_BASE_URL = 'https://qyapi.weixin.qq.com'
const SAFE_ORIGIN = /^https:|^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/

/**
 * Writes the base URL as a `Request` would, without a slash at its end.
 *
 * @throws {TypeError} If it is no http(s) address, or not https without permission: a token would travel
 *   in the clear. It is not repeated: a secret may have been pasted in its place.
 */
export function parseBaseUrl(baseUrl: string = DEFAULT_BASE_URL, allowInsecure = false): string {
  const given = typeof baseUrl === 'string' ? baseUrl.trim() : ''
  // `URL` drops line ends inside an address without a word.
  const url = URL.canParse(given) && !INVISIBLE.test(given) ? new URL(given) : undefined
  if (url && !url.username && !url.password && !url.search && !url.hash) {
    const { protocol, host, pathname } = url
    // Not `url.origin`: that of a blob: address is the https: address inside.
    const origin = `${protocol}//${host}`
    const allowed = allowInsecure ? /^https?:/ : SAFE_ORIGIN
    // Looked for from the first slash of a run only: else each run would be read once for each in it.
    if (allowed.test(origin)) return origin + pathname.replace(/(?<!\/)\/+$/, '')
  }
  throw new TypeError(
    `baseUrl is no such address; expected one like ${DEFAULT_BASE_URL}, without user, query or white space; http only to this machine or with allowInsecure.`,
  )
}
