import type { CallLimits } from '../core/options.ts'

/** A call as it is sent, whatever the attempt. */
export interface OutgoingCall extends Required<CallLimits> {
  operation: string
  method: string
  /** The address without its query. */
  address: string
  /** What the query says before the secret: nothing, or pairs with `&` after each. */
  query: string
  /** What the query calls the secret. */
  secretName: 'access_token' | 'corpsecret'
  headers?: Headers | Record<string, string>
  body?: string | null
  signal?: AbortSignal | undefined
}
