import type { CallOptions } from '../core/options.ts'
import type { Answer } from './exchange.ts'

/**
 * What travels with a call through openapi-fetch, which sets what it does not know on the request.
 * The caller's signal is in here too: in a `Request` it would gather listeners.
 */
export interface CallContext extends CallOptions {
  /** Set once the call is answered, so that nobody parses the answer again. */
  answer?: Answer
}

/**
 * Stands in for `Request` in the client's own calls: only what is sent, at a tenth of the cost. `raw`
 * has real ones, for its middleware.
 */
export class OwnRequest {
  readonly url: string
  declare readonly method: string
  declare readonly headers: Headers
  declare readonly body: string
  declare readonly call: CallContext

  constructor(url: string, init: object) {
    this.url = url
    Object.assign(this, init)
  }
}
