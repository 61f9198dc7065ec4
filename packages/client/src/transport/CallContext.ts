import type { CallOptions } from '../core/options.ts'
import type { Answer } from './exchange.ts'

/**
 * What travels with a call through openapi-fetch, which sets what it does not know on the request.
 * The caller's signal is in here too: in the request itself it would gather listeners.
 */
export interface CallContext extends CallOptions {
  /** Set once the call is answered, so that nobody parses the answer again. */
  answer?: Answer
}
