import createFetchClient, { type Client } from 'openapi-fetch'
import type { paths } from '../generated/openapi.ts'
import { type Meetings, meetingsResource } from '../resources/meetings.ts'
import { type Webinars, webinarsResource } from '../resources/webinars.ts'
import { ApiRequest } from '../transport/ApiRequest.ts'
import { apiFetch } from '../transport/apiFetch.ts'
import { checkedBaseUrl } from './baseUrl.ts'
import type { Sleep, WeComClientOptions } from './options.ts'
import { postThrough } from './post.ts'
import { tokenSourceFor } from './tokenSourceFor.ts'

/** A client for one app of one corp. */
export interface WeComClient {
  readonly meetings: Meetings
  readonly webinars: Webinars
  /**
   * openapi-fetch on the same spec, with the same token and retries. It hands out exactly what came:
   * a refusal is data with an `errcode`, and nothing that the pages contradict is resolved.
   *
   * @example
   * const { data } = await wecom.raw.POST('/cgi-bin/meeting/get_info', { body: { meetingid } })
   */
  readonly raw: Client<paths>
}

/** What a client needs from its surroundings. */
export interface Surroundings {
  fetch: typeof fetch
  sleep: Sleep
}

/** Puts a client together; `surroundings` count where the options name no `fetch` or `sleep`. */
export function assembleClient(
  options: WeComClientOptions,
  surroundings: Surroundings,
): WeComClient {
  const transport = {
    baseUrl: checkedBaseUrl(options.baseUrl, options.allowInsecure),
    fetch: options.fetch ?? surroundings.fetch,
    sleep: options.sleep ?? surroundings.sleep,
    maxRetries: options.maxRetries ?? 3,
  }
  const tokens = tokenSourceFor(options, transport)
  const raw = createFetchClient<paths>({
    baseUrl: transport.baseUrl,
    Request: ApiRequest,
    fetch: apiFetch({ ...transport, tokens }),
  })
  const post = postThrough(raw)
  return { meetings: meetingsResource(post), webinars: webinarsResource(post), raw }
}
