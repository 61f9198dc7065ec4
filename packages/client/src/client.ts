import type { paths } from '@wecom-meeting/spec/types'
import { type Client, mergeHeaders } from 'openapi-fetch'
import { createCalls } from './calls.ts'
import { english } from './errors.ts'
import { applyDefaults, type Host, type Settings } from './fetch.ts'
import { createGate } from './gate.ts'
import { createResources, type Resources } from './generated/resources.ts'
import { createEmit } from './hooks.ts'
import { createSleep } from './limits.ts'
import {
  checkOptions,
  LISTENERS,
  parseBaseUrl,
  trimCredential,
  type WeComClientOptions,
} from './options.ts'
import { createRequest, type RequestOptions } from './request.ts'
import type { Call } from './response.ts'
import { createCorpTokenSource } from './tokens/corpTokens.ts'
import type { TokenSource } from './tokens/tokenStore.ts'
import { createTyped } from './typed.ts'

/** A client for one app of one corp. */
export interface WeComClient extends Resources {
  /**
   * The openapi-fetch client that all calls go through, typed by the spec. Its own calls hand out exactly
   * what WeCom sent: a refusal is data with an `errcode`, and nothing that the pages contradict is resolved.
   * They take `CallLimits` among their options.
   *
   * What is registered with `raw.use(middleware)` sees every call, those of `meetings`, `webinars` and
   * `request` too, without the token; only the request for a token, which carries the secret, does not
   * go through it.
   *
   * @throws {WeComError} If no response of WeCom's comes, such as a `ConnectionError`.
   * @example
   * const { data } = await wecom.raw.POST('/cgi-bin/meeting/get_info', { body: { meetingid } })
   */
  readonly raw: Client<paths>
  /**
   * Calls any other endpoint of WeCom's with the same token, retries, limits and typed errors. With a body
   * it is a POST, without one a GET, unless `method` says otherwise. Gives the parsed JSON without `errcode` and
   * `errmsg`.
   *
   * @param path From the base URL on, with a query if there is one.
   * @param body What is sent as JSON; `FormData`, `Blob`, `URLSearchParams` and bytes go as they are.
   * @throws {WeComApiError} If WeCom refuses.
   * @throws {TypeError} If the body is no object, or one that cannot be sent; or the path does not start with `/`,
   *   leads away from the base URL, or has `#`, `..` or `access_token` in it.
   * @example
   * const meeting = await wecom.request<{ meetingid: string }>('/cgi-bin/meeting/create', { title, admin_userid })
   * const user = await wecom.request('/cgi-bin/user/get?userid=zhangsan')
   */
  request<Data extends object = Record<string, unknown>>(
    path: string,
    body?: object,
    options?: RequestOptions,
  ): Call<Data>
}

/**
 * Creates a client for a host that brings its own `fetch` and timer; both count where the options have
 * no `fetch` or `sleep`.
 *
 * @throws {TypeError} If an option is wrong, the credentials are incomplete, or the base URL is not https.
 */
export function createHostClient(options: WeComClientOptions, host: Host): WeComClient {
  checkOptions(options)
  checkOptions(options.hooks ?? {}, LISTENERS, 'hooks')
  checkOptions(options.logger ?? {}, LISTENERS, 'logger')
  const baseUrl = parseBaseUrl(options.baseUrl, options.allowInsecure)
  const settings: Settings = applyDefaults(
    {
      ...options,
      baseUrl,
      // Without those that are undefined, such as a variable of the environment that is not set.
      headers: Object.fromEntries(mergeHeaders(options.headers)),
      emit: createEmit(options),
    },
    applyDefaults(host, {
      clock: () => performance.now(),
      now: Date.now,
      isShared: true,
      sleep: createSleep(host.timer),
      timeout: 30_000,
      concurrency: 20,
      rateLimit: 0,
      maxRetries: 3,
      waitOnRateLimit: false,
      maxResponseBytes: 64_000_000,
      errorTexts: english,
    }),
  )
  const { raw, complete } = createCalls(settings, createTokenSource(options, settings))
  return { ...createResources(createTyped(complete)), raw, request: createRequest(complete) }
}

/** Creates the token source that the options ask for. */
function createTokenSource(options: WeComClientOptions, settings: Settings): TokenSource {
  const { accessToken } = options
  if (accessToken === undefined) {
    const missing = (['corpId', 'corpSecret'] as const).filter((name) => !options[name])
    if (missing.length === 0) return createCorpTokenSource(settings)
    const named = 'accessToken' in options ? 'accessToken' : missing.join(' and ')
    throw new TypeError(
      `createWeComClient needs corpId and corpSecret, or accessToken; undefined or empty: ${named}.`,
    )
  }
  const check = (name: string, token: unknown) => ({ token: trimCredential(name, token) })
  const held = typeof accessToken === 'function' ? accessToken : check('accessToken', accessToken)
  const only = createGate()
  return {
    get: async () => (typeof held === 'function' ? check('accessToken()', await held()) : held),
    drop: async () => {},
    gate: () => only,
  }
}
