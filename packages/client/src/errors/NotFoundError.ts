import { WeComApiError } from './WeComApiError.ts'

/** WeCom does not know the meeting, its code or the sub-meeting, or it is gone (90602, 730003, 730004, 400041 …). */
export class NotFoundError extends WeComApiError {
  override name: string = 'NotFoundError'
}
