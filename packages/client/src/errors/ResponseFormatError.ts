import { WeComError } from './WeComError.ts'

/** The answer was not the JSON object that WeCom answers with. */
export class ResponseFormatError extends WeComError {
  override name: string = 'ResponseFormatError'
}
