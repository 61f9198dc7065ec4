import { isIP } from 'node:net'
import { generate, type SubjectAltNameEntry } from 'selfsigned'

/** A certificate that vouches for itself, and its key, both as PEM. */
export interface Certificate {
  key: string
  cert: string
}

const day = 86_400_000

/** One for this machine and the names, for a year: longer than a mock runs. */
export async function createCertificate(names: readonly string[]): Promise<Certificate> {
  const hosts = new Set(['localhost', '127.0.0.1', '::1', ...names])
  const altNames = Array.from(
    hosts,
    (host): SubjectAltNameEntry =>
      isIP(host) === 0 ? { type: 2, value: host } : { type: 7, ip: host },
  )
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'Mock WeCom' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 365 * day),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'subjectAltName', altNames },
    ],
  })
  return { key, cert }
}
