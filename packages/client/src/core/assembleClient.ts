import type { Client } from 'openapi-fetch'
import { english } from '../errors/english.ts'
import type { paths } from '../generated/openapi.ts'
import { type Resources, resourcesThrough } from '../generated/resources.ts'
import { tellTo } from '../observe/tell.ts'
import { rawClient } from '../transport/rawClient.ts'
import type { Transport } from '../transport/Transport.ts'
import { checkedBaseUrl } from './baseUrl.ts'
import type { WeComClientOptions } from './options.ts'
import { postThrough } from './post.ts'
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
}

/** What a client needs from its surroundings. */
export interface Surroundings {
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
export function assembleClient(
  options: WeComClientOptions,
  surroundings: Surroundings,
): WeComClient {
  checkOptions(options)
  const { timeout = 30_000, deadline = 0, maxRetries = 3, waitOnRateLimit = false } = options
  const { maxResponseBytes = 64_000_000, errorTexts = english } = options
  const transport: Transport = {
    baseUrl: checkedBaseUrl(options.baseUrl, options.allowInsecure),
    fetch: options.fetch ?? surroundings.fetch,
    sleep: options.sleep ?? sleepWith(surroundings.timer),
    timer: surroundings.timer,
    clock: surroundings.clock ?? (() => performance.now()),
    limits: { timeout, deadline, maxRetries, waitOnRateLimit, maxResponseBytes },
    errorTexts,
    tell: tellTo(options),
  }
  const tokens = tokenSourceFor(options, transport, surroundings.now)
  const post = postThrough(transport, tokens)
  return {
    ...resourcesThrough(post),
    raw: rawClient(transport, tokens),
  }
}
