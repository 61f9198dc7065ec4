import { OptionError } from '../errors/OptionError.ts'

/**
 * The service to forward to.
 *
 * @throws {OptionError} when the text is no such address, or the secret would travel unencrypted.
 */
export function checkedUpstream(text: string, allowInsecure: boolean): URL {
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text)
  const url = URL.parse(hasScheme ? text : `https://${text}`)
  if (!url?.hostname || !['http:', 'https:'].includes(url.protocol)) {
    throw new OptionError(
      `upstream is not an address that can be forwarded to; expected something like https://qyapi.weixin.qq.com`,
    )
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new OptionError(
      'upstream has more than a host and a path; leave out the user, the password, the query and the fragment',
    )
  }
  if (url.protocol === 'http:' && !allowInsecure && !isLoopback(url.hostname)) {
    throw new OptionError(
      `upstream ${url.origin} is not https, so the secret and the token would travel unencrypted; use https, or --allow-insecure if that is all right`,
    )
  }
  return url
}

/** Whether a host, as a URL has it, can only be this machine. */
function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  )
}
