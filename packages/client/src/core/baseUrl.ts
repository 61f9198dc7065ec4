import { INVISIBLE } from './validate.ts'

const DEFAULT_BASE_URL = 'https://qyapi.weixin.qq.com'
const SAFE_ORIGIN = /^https:|^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/
/** A host with a port and a path at most: what holds no password and no token. */
const REPEATABLE = /^(https?:\/\/)?[\w.-]{0,80}(:\d{1,5})?(\/[\w./-]{0,80})?$/i

/**
 * The address to call as a `Request` would write it, without a slash at its end.
 *
 * @throws TypeError if it is no http(s) address, or not https without permission: a token would
 *   travel in the clear. An address that can hold a secret is not repeated.
 */
export function parseBaseUrl(baseUrl: string = DEFAULT_BASE_URL, allowInsecure = false): string {
  const given = typeof baseUrl === 'string' ? baseUrl.trim() : ''
  // `URL` drops line ends inside an address without a word.
  const url = URL.canParse(given) && !INVISIBLE.test(given) ? new URL(given) : undefined
  if (url && !url.username && !url.password && !url.search && !url.hash) {
    const { protocol, host, pathname } = url
    // Not `url.origin`: that of a blob: address is the https: address inside.
    const origin = `${protocol}//${host}`
    const allowed = allowInsecure ? /^https?:/ : SAFE_ORIGIN
    if (allowed.test(origin)) return origin + withoutSlashesAtEnd(pathname)
  }
  const shown = REPEATABLE.test(given) ? JSON.stringify(given) : 'no such address'
  throw new TypeError(
    `baseUrl is ${shown}; expected one like ${DEFAULT_BASE_URL}, without user, query or white space; http only to this machine or with allowInsecure.`,
  )
}

/** A regular expression for this looks at every run of slashes once for each slash in it. */
function withoutSlashesAtEnd(path: string): string {
  let end = path.length
  while (path[end - 1] === '/') end--
  return path.slice(0, end)
}
