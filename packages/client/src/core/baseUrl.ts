const DEFAULT_BASE_URL = 'https://qyapi.weixin.qq.com'
const ON_THIS_MACHINE = /^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/

/**
 * The address to call, without a slash at its end.
 *
 * @throws TypeError if it is no http(s) address, or not https without permission: a token would
 *   travel in the clear.
 */
export function checkedBaseUrl(baseUrl: string = DEFAULT_BASE_URL, allowInsecure = false): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  const { protocol, origin = '', username, search, hash } = url ?? {}
  const isPrivate = protocol === 'https:' || ON_THIS_MACHINE.test(origin) || allowInsecure
  if (!/^https?:/.test(origin) || !isPrivate || username || search || hash) {
    throw new TypeError(
      `baseUrl is ${username ? 'an address with a user' : JSON.stringify(baseUrl)}; expected one like ${DEFAULT_BASE_URL}, without a query; http only to this machine or with allowInsecure.`,
    )
  }
  return baseUrl.replace(/\/+$/, '')
}
