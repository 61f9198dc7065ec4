import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/**
 * Why a request must not reach the control, in words; undefined when it may.
 *
 * A page of any site that a tester has open can send requests to 127.0.0.1. Browsers say where such
 * a request comes from in `Origin` and `Sec-Fetch-Site`. A site whose name is made to point to
 * 127.0.0.1 (DNS rebinding) is recognized by the name in `Host`.
 */
export function describeForeignCaller(
  { headers }: IncomingMessage,
  allowedHosts: readonly string[],
): string | undefined {
  const { host, origin } = headers
  const site = headers['sec-fetch-site']
  if (host !== undefined && !isAllowed(host, allowedHosts)) {
    const name = URL.parse(`http://${host}`)?.hostname ?? host
    return `the host name ${name} is not one of this mock's; allow it with --allowed-host ${name}`
  }
  if (origin !== undefined && (host === undefined || URL.parse(origin)?.host !== host)) {
    return `a page of another origin (${origin}) must not control the mock`
  }
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return `a page of another site must not control the mock (Sec-Fetch-Site: ${site})`
  }
  return undefined
}

function isAllowed(host: string, allowedHosts: readonly string[]): boolean {
  const hostname = URL.parse(`http://${host}`)?.hostname
  if (hostname === undefined) return false
  // Nobody can make an address point elsewhere, only a name.
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || hostname === 'localhost') return true
  return allowedHosts.some((allowed) => allowed.toLowerCase() === hostname)
}
