import type { Socket } from 'node:net'

/** The caller's IP address; IPv4 the way people write it. */
export function callerAddress({ remoteAddress = '' }: Socket): string {
  return remoteAddress.replace(/^::ffff:/, '')
}
