import type { IncomingMessage } from 'node:http'
import { callerAddress } from './callerAddress.ts'
import { requestTarget } from './requestTarget.ts'

/** What is known of a request before its body is read. */
export interface Received {
  /** Milliseconds since 1970, by the server's clock. */
  time: number
  /** The same moment by `performance.now()`. */
  started: number
  target: { path: string; query: Record<string, string | string[]> }
  address: string
  /** Whether a page of another site sent it, in a browser. */
  isOfOtherSite: boolean
}

export function receivedRequest({ url, socket, headers }: IncomingMessage, time: number): Received {
  const site = headers['sec-fetch-site']
  return {
    time,
    started: performance.now(),
    target: requestTarget(url),
    address: callerAddress(socket),
    isOfOtherSite: site === 'cross-site' || site === 'same-site',
  }
}
