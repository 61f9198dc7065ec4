import { WeComError } from './WeComError.ts'

/** No answer: the server could not be reached, or the connection broke. */
export class ConnectionError extends WeComError {
  override name: string = 'ConnectionError'
}
