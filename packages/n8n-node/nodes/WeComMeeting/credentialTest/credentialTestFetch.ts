import type { ICredentialTestFunctions, IN8nHttpFullResponse } from 'n8n-workflow'
import { type Fetch, httpRequestFetch } from '../transport/httpRequestFetch.ts'

/**
 * A `fetch` for the test of a credential. n8n hands it the older request helper and no other; the
 * runtime's own fetch would go past the proxy that n8n is set up with, and a test through another
 * address than the node's says nothing about the trusted IPs.
 */
export function credentialTestFetch(helpers: ICredentialTestFunctions['helpers']): Fetch {
  return httpRequestFetch(
    async ({ method, url, headers, body }): Promise<IN8nHttpFullResponse> =>
      helpers.request({
        method,
        uri: url,
        headers,
        body,
        json: false,
        followRedirect: false,
        resolveWithFullResponse: true,
        simple: false,
      }),
  )
}
