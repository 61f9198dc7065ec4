const DEFAULT_BASE_URL = 'https://qyapi.weixin.qq.com'
const SAFE_ORIGIN = /^https:|^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/

/**
 * The address to call as a `Request` would write it, without a slash at its end.
 *
 * @throws TypeError if it is no http(s) address, or not https without permission: a token would
 *   travel in the clear.
 */
export function checkedBaseUrl(baseUrl: string = DEFAULT_BASE_URL, allowInsecure = false): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  // A user in the address is not repeated: a password may follow it.
  if (url && !url.username && !url.search && !url.hash) {
    const { origin, pathname } = url
    const allowed = allowInsecure ? /^https?:/ : SAFE_ORIGIN
    if (allowed.test(origin)) return (origin + pathname).replace(/\/+$/, '')
  }
  const shown = url?.username ? 'an address with a user' : JSON.stringify(baseUrl)
  throw new TypeError(
    `baseUrl is ${shown}; expected one like ${DEFAULT_BASE_URL}, without a query; http only to this machine or with allowInsecure.`,
  )
}
