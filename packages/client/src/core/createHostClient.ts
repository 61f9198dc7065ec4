import type { Client } from 'openapi-fetch'
import { english } from '../errors/english.ts'
import type { paths } from '../generated/openapi.ts'
import { type Resources, resourcesThrough } from '../generated/resources.ts'
import { tellTo } from '../observe/tell.ts'
import { rawClient } from '../transport/rawClient.ts'
import type { Transport } from '../transport/Transport.ts'
import { parseBaseUrl } from './baseUrl.ts'
import type { WeComClientOptions } from './options.ts'
import { postThrough, type SendRequest } from './post.ts'
import { sleepWith, type Timer } from './Timer.ts'
import { tokenSourceFor } from './tokenSourceFor.ts'
import { checkOptions } from './validate.ts'

/** A client for one app of one corp. */
export interface WeComClient extends Resources {
  /**
   * openapi-fetch on the same spec, with the same token and retries. It hands out exactly what came:
   * a refusal is data with an `errcode`, and nothing that the pages contradict is resolved. Its
   * middleware sees its own calls only. A call takes the limits of `CallLimits` among its options.
   *
   * @throws what keeps an answer from coming, such as a `ConnectionError`.
   * @example
   * const { data } = await wecom.raw.POST('/cgi-bin/meeting/get_info', { body: { meetingid } })
   */
  readonly raw: Client<paths>
  /**
   * Calls any other endpoint of WeCom's with the same token, retries, limits and typed errors. With a
   * body it is a POST, without one a GET. Gives what WeCom returned without `errcode` and `errmsg`.
   *
   * @throws TypeError if the path does not start with `/`, leads away from the base URL, or has an `access_token`.
   * @example
   * const { meetingid } = await wecom.request<{ meetingid: string }>('/cgi-bin/meeting/create', { admin_userid: 'zhangsan' })
   * const user = await wecom.request('/cgi-bin/user/get?userid=zhangsan')
   */
  readonly request: SendRequest
}

/** What a client needs from its surroundings. */
export interface Host {
  /** What carries the calls unless the options name another `fetch`. */
  fetch: typeof fetch
  /**
   * What counts the time: of `timeout` and `deadline`, and of the waits between attempts unless the
   * options name another `sleep`.
   */
  timer: Timer
  /** The time of day, in milliseconds since 1970-01-01T00:00:00Z: when a token ends. @default Date.now */
  now?: () => number
  /**
   * Milliseconds since some moment, never set back: how long something took, or is remembered.
   *
   * @default performance.now
   */
  clock?: () => number
}

/** Puts a client together; `surroundings` count where the options name no `fetch` or `sleep`. */
export function createHostClient(options: WeComClientOptions, surroundings: Host): WeComClient {
  checkOptions(options)
  const { timeout = 30_000, deadline = 0, maxRetries = 3, waitOnRateLimit = false } = options
  const { maxResponseBytes = 64_000_000, errorTexts = english } = options
  const transport: Transport = {
    baseUrl: parseBaseUrl(options.baseUrl, options.allowInsecure),
    fetch: options.fetch ?? surroundings.fetch,
    sleep: options.sleep ?? sleepWith(surroundings.timer),
    timer: surroundings.timer,
    clock: surroundings.clock ?? (() => performance.now()),
    limits: { timeout, deadline, maxRetries, waitOnRateLimit, maxResponseBytes },
    errorTexts,
    tell: tellTo(options),
  }
  const tokens = tokenSourceFor(options, transport, surroundings.now)
  const { post, request } = postThrough(transport, tokens)
  return {
    ...resourcesThrough(post),
    request,
    raw: rawClient(transport, tokens),
  }
}
