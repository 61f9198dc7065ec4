import createFetchClient, { type Client } from 'openapi-fetch'
import { english } from '../errors/english.ts'
import type { paths } from '../generated/openapi.ts'
import { type Resources, resourcesThrough } from '../generated/resources.ts'
import { tellTo } from '../observe/tell.ts'
import { rawFetch } from '../transport/rawFetch.ts'
import type { Transport } from '../transport/Transport.ts'
import { checkedBaseUrl } from './baseUrl.ts'
import type { WeComClientOptions } from './options.ts'
import { postThrough } from './post.ts'
import { sleepWith, type Timer } from './Timer.ts'
import { tokenSourceFor } from './tokenSourceFor.ts'

/** A client for one app of one corp. */
export interface WeComClient extends Resources {
  /**
   * openapi-fetch on the same spec, with the same token and retries. It hands out exactly what came:
   * a refusal is data with an `errcode`, and nothing that the pages contradict is resolved. Its
   * middleware sees its own calls only.
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
  /** Milliseconds since 1970-01-01T00:00:00Z. @default Date.now */
  now?: () => number
}

/** Puts a client together; `surroundings` count where the options name no `fetch` or `sleep`. */
export function assembleClient(
  options: WeComClientOptions,
  surroundings: Surroundings,
): WeComClient {
  const { timeout = 30_000, deadline = 0, maxRetries = 3, waitOnRateLimit = false } = options
  const { errorTexts = english } = options
  const transport: Transport = {
    baseUrl: checkedBaseUrl(options.baseUrl, options.allowInsecure),
    fetch: options.fetch ?? surroundings.fetch,
    sleep: options.sleep ?? sleepWith(surroundings.timer),
    timer: surroundings.timer,
    now: surroundings.now ?? Date.now,
    limits: { timeout, deadline, maxRetries, waitOnRateLimit },
    errorTexts,
    tell: tellTo(options),
  }
  const tokens = tokenSourceFor(options, transport)
  const post = postThrough(transport, tokens)
  return {
    ...resourcesThrough(post),
    raw: createFetchClient({ baseUrl: transport.baseUrl, fetch: rawFetch(transport, tokens) }),
  }
}
