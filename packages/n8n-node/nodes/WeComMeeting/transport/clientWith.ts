import {
  createHostClient,
  type Timer,
  type WeComClient,
  type WeComClientOptions,
} from '@wecom-meeting/client/host'
import { type IExecuteFunctions, sleep } from 'n8n-workflow'
import { checkedCredential, type WeComMeetingApiCredential } from './credential.ts'
import { httpRequestFetch } from './httpRequestFetch.ts'

/** What may differ from one use of a credential to another. */
interface ClientSettings extends Pick<WeComClientOptions, 'hooks' | 'maxRetries' | 'tokenStore'> {
  /** Receives every token that is sent. */
  sentTokens?: Set<string>
}

/**
 * A client with a credential. Clients are light: the tokens are kept in this process's memory, which
 * all of them share, so items, nodes and executions get one token.
 *
 * @throws if a field of the credential cannot be used.
 */
export function clientWith(
  stored: WeComMeetingApiCredential,
  httpRequest: IExecuteFunctions['helpers']['httpRequest'],
  { sentTokens, ...settings }: ClientSettings = {},
): WeComClient {
  const fetchThroughN8n = httpRequestFetch(httpRequest)
  const fetch: typeof fetchThroughN8n = (input, init) => {
    const token = sentTokens && new URL(String(input)).searchParams.get('access_token')
    if (token) sentTokens?.add(token)
    return fetchThroughN8n(input, init)
  }
  return createHostClient(
    { ...checkedCredential(stored), ...settings },
    { fetch, timer: workflowTimer },
  )
}

/** An error already: of any other reason n8n's `sleep` makes one, stack and all, for every call. */
const calledOff = new Error('The timer was called off.')

/** A timer out of n8n's `sleep`; verified nodes may not use the runtime's. */
export const workflowTimer: Timer = (ms, onTime) => {
  const timer = new AbortController()
  sleep(ms, timer.signal).then(onTime, () => {})
  return () => timer.abort(calledOff)
}
