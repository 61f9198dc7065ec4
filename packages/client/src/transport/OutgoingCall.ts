import type { CallLimits } from '../core/options.ts'

/** A call as it is sent, whatever the attempt. */
export interface OutgoingCall extends Required<CallLimits> {
  operation: string
  method: string
  /** The address without its query. */
  address: string
  /** What else the query says; the secret is set in it for each attempt. */
  query: URLSearchParams
  /** What the query calls the secret. */
  secretName: 'access_token' | 'corpsecret'
  headers?: Headers
  body?: string | null
  signal?: AbortSignal | undefined
}
