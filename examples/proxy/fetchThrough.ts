import { type Dispatcher, fetch } from 'undici'

/**
 * A `fetch` whose requests go through a dispatcher of undici's, such as a `ProxyAgent`, or an
 * `EnvHttpProxyAgent` for the proxy that HTTP_PROXY, HTTPS_PROXY and NO_PROXY name.
 */
export function fetchThrough(dispatcher: Dispatcher): typeof globalThis.fetch {
  const through = (url: string, init: object) => fetch(url, { ...init, dispatcher })
  return through as unknown as typeof globalThis.fetch
}
