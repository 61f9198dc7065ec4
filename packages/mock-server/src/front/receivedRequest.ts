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
}

export function receivedRequest({ url, socket }: IncomingMessage, time: number): Received {
  return {
    time,
    started: performance.now(),
    target: requestTarget(url),
    address: callerAddress(socket),
  }
}
