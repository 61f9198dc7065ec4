const DEFAULT_BASE_URL = 'https://qyapi.weixin.qq.com'
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/**
 * The address to call, without a slash at its end.
 *
 * @throws TypeError if it is no http(s) address, or not https without permission: a token would
 *   travel in the clear.
 */
export function checkedBaseUrl(baseUrl: string = DEFAULT_BASE_URL, allowInsecure = false): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new TypeError(
      `baseUrl is ${JSON.stringify(baseUrl)}; expected an address such as ${DEFAULT_BASE_URL}.`,
    )
  }
  if (url.protocol === 'http:' && !allowInsecure && !LOOPBACK.test(url.hostname)) {
    throw new TypeError(
      `baseUrl ${url.origin} is not https, so tokens would travel in the clear; use https, or set allowInsecure if the network is closed.`,
    )
  }
  return baseUrl.replace(/\/+$/, '')
}
