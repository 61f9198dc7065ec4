import { WeComError } from './WeComError.ts'

/** The answer's HTTP status was not 2xx. WeCom itself always answers 200: something in between answered. */
export class HttpError extends WeComError {
  override name: string = 'HttpError'
  /** The HTTP status, such as 502. */
  declare readonly status: number
}
