import { assembleClient, type WeComClient } from '@wecom-meeting/client/core'
import { type IExecuteFunctions, sleep } from 'n8n-workflow'
import { httpRequestFetch } from './httpRequestFetch.ts'

interface WeComMeetingApiCredential {
  corpId: string
  corpSecret: string
  baseUrl: string
}

/**
 * A client with the credential of one item. Clients are light: the tokens are kept in this
 * process's memory, which all of them share, so items, nodes and executions get one token.
 */
export async function clientFor(
  context: IExecuteFunctions,
  itemIndex: number,
): Promise<WeComClient> {
  const { corpId, corpSecret, baseUrl } = await context.getCredentials<WeComMeetingApiCredential>(
    'weComMeetingApi',
    itemIndex,
  )
  const fetch = httpRequestFetch(context.helpers.httpRequest)
  return assembleClient({ corpId, corpSecret, baseUrl }, { fetch, sleep })
}
