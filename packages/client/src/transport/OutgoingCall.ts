import type { CallLimits } from '../core/options.ts'

/** A call to send, whatever the attempt; the client's own limits count where it names none. */
export interface OutgoingCall extends CallLimits {
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

/** A call whose limits are all known. */
export type LimitedCall = OutgoingCall & Required<CallLimits>
