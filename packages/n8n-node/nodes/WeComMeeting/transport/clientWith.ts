import {
  assembleClient,
  type WeComClient,
  type WeComClientOptions,
} from '@wecom-meeting/client/core'
import type { IExecuteFunctions } from 'n8n-workflow'
import { httpRequestFetch } from './httpRequestFetch.ts'
import { workflowTimer } from './workflowTimer.ts'

/** What the credential holds. */
export interface WeComMeetingApiCredential {
  corpId: string
  corpSecret: string
  baseUrl: string
  /** Not there in credentials that were stored before the field was. */
  allowInsecure?: boolean
}

/**
 * A client with a credential. Clients are light: the tokens are kept in this process's memory, which
 * all of them share, so items, nodes and executions get one token.
 */
export function clientWith(
  { corpId, corpSecret, baseUrl, allowInsecure = false }: WeComMeetingApiCredential,
  httpRequest: IExecuteFunctions['helpers']['httpRequest'],
  hooks: NonNullable<WeComClientOptions['hooks']> = {},
): WeComClient {
  return assembleClient(
    { corpId, corpSecret, baseUrl, allowInsecure, hooks },
    { fetch: httpRequestFetch(httpRequest), timer: workflowTimer },
  )
}
