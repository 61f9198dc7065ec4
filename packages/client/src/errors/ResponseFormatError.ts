import { WeComError } from './WeComError.ts'

/** The response was not the JSON object that WeCom answers with, or longer than `maxResponseBytes`. */
export class ResponseFormatError extends WeComError {
  override name: string = 'ResponseFormatError'
}
