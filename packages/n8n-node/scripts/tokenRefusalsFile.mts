import { errorCatalogue } from '@wecom-meeting/spec'
import { banner } from './banner.mts'
import { operationsOf } from './openapi.mts'

/** TypeScript that lists what `gettoken` answers when it refuses, from the error catalogue. */
export function tokenRefusalsFile(document: Record<string, unknown>): string {
  const getToken = operationsOf(document).find(({ operationId }) => operationId === 'getToken')
  const examples = getToken?.responses['200'].content['application/json'].examples ?? {}
  const refusals = errorCatalogue(document)
    .filter(({ name }) => name in examples)
    .map(({ errcode, meaning, fix }) => ({
      errcode,
      meaning,
      // A credential test's message is fixed text: it cannot name the address that WeCom saw.
      fix: fix.replace('{ip}', 'the public IP address of this n8n server'),
    }))
  if (refusals.length === 0) {
    throw new Error('No example of getToken has the name of an entry of `x-errcodes`.')
  }
  return `${banner}import type { TokenRefusal } from '../rejectedTokenRules.ts'

export const tokenRefusals: TokenRefusal[] = ${JSON.stringify(refusals, null, 2)}
`
}
