import type { ApiOperation, OpenApiDocument } from './openapi.mts'

/** TypeScript that lists what `gettoken` answers when it refuses, from the spec's catalogue. */
export function refusalsSource(document: OpenApiDocument, getToken: ApiOperation): string {
  const examples = getToken.responses['200'].content['application/json'].examples
  const refusals = Object.entries(document['x-errcodes'])
    .filter(([, { name }]) => name in examples)
    .map(([errcode, { meaning, fix }]) => ({
      errcode: Number(errcode),
      meaning,
      // A credential test's message is fixed text: it cannot name the address that WeCom saw.
      fix: fix.replace('{ip}', 'the public IP address of this n8n server'),
    }))
  if (refusals.length === 0) {
    throw new Error('None of the examples of getToken has the name of an entry in x-errcodes.')
  }
  return [
    "import type { TokenRefusal } from '../rejectedTokenRules.ts'",
    '',
    `export const tokenRefusals: TokenRefusal[] = ${JSON.stringify(refusals, null, 2)}`,
    '',
  ].join('\n')
}
