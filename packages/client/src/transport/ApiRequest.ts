import type { CallOptions } from '../core/options.ts'
import type { Answer } from './exchange.ts'

/** What travels with a call through openapi-fetch, which hands it on as a field of the request. */
export interface CallContext extends CallOptions {
  /** Set once the call is answered, so that nobody parses the answer again. */
  answer?: Answer
}

/**
 * A `Request` that remembers its body as text, so that the call can be sent again without reading
 * a stream back.
 */
export class ApiRequest extends Request {
  readonly payload: string | undefined
  declare readonly call?: CallContext

  constructor(input: string | URL | Request, init?: RequestInit) {
    super(input, init)
    this.payload = init?.body as string | undefined
  }
}
