import { OptionError } from '../errors.ts'
import type { JsonObject } from '../json.ts'

/** @throws {OptionError} when it is no address, or the secret would travel unencrypted. */
export function parseUpstream(text: string, allowInsecure: boolean): URL {
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`)
  const isAddress = url?.hostname && /^https?:$/.test(url.protocol)
  const problem = !isAddress
    ? 'is not an address; expected something like https://qyapi.weixin.qq.com'
    : url.username || url.password || url.search || url.hash
      ? 'has more than a host and a path; leave out the user, the password, the query and the fragment'
      : url.protocol === 'http:' &&
        !allowInsecure &&
        !isLoopback(url) &&
        `${url.origin} is not https, so secret and token would travel unencrypted; use https or, if that is all right, --allow-insecure`
  if (!url || problem) throw new OptionError(`upstream ${problem}`)
  return url
}

export function isLoopback({ hostname }: URL): boolean {
  return /^(?:(?:.+\.)?localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(hostname)
}

/** By a part of the error's code, the first that is in it; `CODE` stands for the whole. */
const reasons = Object.entries({
  ENOTFOUND: 'cannot be reached: no such host; check the name and the DNS',
  EAI_AGAIN: 'cannot be reached: its name could not be looked up; check the network and the DNS',
  ECONNREFUSED: 'cannot be reached: nothing listens there; check the host and the port',
  ECONNRESET: 'closed the connection before it responded',
  EHOSTUNREACH: 'cannot be reached: no route to that host; check the network',
  ENETUNREACH: 'cannot be reached: no network; check the connection',
  ETIMEDOUT: 'did not respond in time; check the network, or whether a firewall is in the way',
  CERT_HAS_EXPIRED: "has a certificate that has expired; check this machine's clock, too",
  ALTNAME: 'has a certificate for another host name; check the name',
  'HPE_|ERR_HTTP_': 'sent something that is not HTTP (CODE); check the port',
  'CERT|SIGNATURE|ISSUER':
    'has a certificate that is not trusted here (CODE); name a file with its authority in NODE_EXTRA_CA_CERTS',
  'EPROTO|SSL|TLS': 'does not speak TLS there; check the port, or use http for a loopback address',
  '': 'cannot be reached (CODE)',
})

/** Why no response came; without the credentials that the address of a proxy may hold. */
export function describeFailure(error: unknown, upstream: URL, env: NodeJS.ProcessEnv): string {
  const failure = error as JsonObject
  const { hostname, port, statusCode } = failure
  const code = String(failure.code ?? 'unknown error')
  const variable = upstream.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY'
  const proxy = URL.parse(env[variable.toLowerCase()] || env[variable] || '')
  const proxyName = `the proxy ${proxy?.host} of ${variable}`
  if (code === 'ERR_PROXY_INVALID_CONFIG') {
    return `${variable} is not an address; expected something like http://proxy.example.com:3128`
  }
  if (statusCode === 407) {
    return `${proxyName} requires a user name and a password (407); set ${variable} to http://user:password@host:port`
  }
  if (code === 'ERR_PROXY_TUNNEL') {
    const isLate = /timed out/.test(String(failure.message))
    return statusCode === undefined
      ? `${proxyName} ${findReason(isLate ? 'ETIMEDOUT' : 'ECONNRESET')}`
      : `${proxyName} did not connect to ${upstream.host} (${statusCode}); check that it allows this host`
  }
  const proxyPort = Number(proxy?.port || (proxy?.protocol === 'https:' ? 443 : 80))
  const isNamed = hostname === proxy?.hostname || port === proxyPort
  // Of http; https through a proxy is a connection to the service itself, once it is there.
  const atProxy = proxy && (failure.isThroughProxy || isNamed)
  return `${atProxy ? proxyName : upstream.origin} ${findReason(code)}`
}

function findReason(code: string): string | undefined {
  const isMeant = (parts: string) => parts.split('|').some((part) => code.includes(part))
  return reasons.find(([parts]) => isMeant(parts))?.[1].replace('CODE', code)
}
