import type { IExecuteFunctions } from 'n8n-workflow'
import type { OperationCall } from '../operations/operation.ts'
import { clientWith, type WeComMeetingApiCredential } from '../transport/clientWith.ts'
import { askOnce } from './askOnce.ts'

/** Gives the client of one item, and the memory of what has been asked through it in this run. */
export type ClientOfItem = (itemIndex: number) => Promise<Pick<OperationCall, 'wecom' | 'once'>>

/**
 * One client for each credential of a run: a credential may hold expressions that give another
 * secret for another item.
 */
export function runClients(context: IExecuteFunctions): ClientOfItem {
  const clients = new Map<string, Pick<OperationCall, 'wecom' | 'once'>>()
  return async (itemIndex) => {
    const credential = await context.getCredentials<WeComMeetingApiCredential>(
      'weComMeetingApi',
      itemIndex,
    )
    const key = JSON.stringify(credential)
    const client = clients.get(key) ?? {
      wecom: clientWith(credential, context.helpers.httpRequest),
      once: askOnce(),
    }
    clients.set(key, client)
    return client
  }
}
