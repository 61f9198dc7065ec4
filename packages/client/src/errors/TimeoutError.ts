import { WeComError } from './WeComError.ts'

/** An attempt took longer than its `timeout`, or a call longer than its `deadline`. */
export class TimeoutError extends WeComError {
  override name: string = 'TimeoutError'
}
