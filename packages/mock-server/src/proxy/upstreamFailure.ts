/** Why a service did not answer, in one sentence. */
export function upstreamFailure(error: unknown, upstream: URL): string {
  const { code, message } = error as NodeJS.ErrnoException
  const reason = reasons[code ?? ''] ?? (isCertificateCode(code) ? certificate(code) : undefined)
  if (code?.startsWith('HPE_')) {
    return `${upstream.origin} answered something that is not HTTP (${code}); check the port`
  }
  return `${upstream.origin} ${reason ?? `cannot be reached (${code ?? message})`}`
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'cannot be reached: no such host; check the name and the DNS',
  EAI_AGAIN: 'cannot be reached: its name could not be looked up; check the network and the DNS',
  ECONNREFUSED: 'cannot be reached: nothing listens there; check the host and the port',
  ECONNRESET: 'closed the connection before it answered',
  EHOSTUNREACH: 'cannot be reached: no route to that host; check the network',
  ENETUNREACH: 'cannot be reached: no network; check the connection',
  ETIMEDOUT: 'did not answer in time; check the network, or whether a firewall is in the way',
  EPROTO: 'does not speak TLS there; check the port, or use http for a loopback address',
  ERR_SSL_WRONG_VERSION_NUMBER:
    'does not speak TLS there; check the port, or use http for a loopback address',
}

function isCertificateCode(code = ''): boolean {
  return /CERT|SIGNATURE|ALTNAME|ISSUER/.test(code)
}

function certificate(code = ''): string {
  return `has a certificate that cannot be trusted (${code}); NODE_EXTRA_CA_CERTS names a file with further authorities`
}
