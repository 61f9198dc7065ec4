import { WeComError } from './WeComError.ts'

/**
 * The HTTP status was not 2xx, and the body no refusal of WeCom's. WeCom itself answers 200: a proxy or
 * gateway in between responded.
 */
export class HttpError extends WeComError {
  override name: string = 'HttpError'
  /** The HTTP status, such as 502; 0 for a redirect where the runtime does not say which. */
  declare readonly status: number
}
