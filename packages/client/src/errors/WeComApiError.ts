import { WeComError } from './WeComError.ts'

/**
 * WeCom refused a call: it answered with an `errcode` other than 0.
 *
 * @example
 * try {
 *   await wecom.meetings.get({ meetingid })
 * } catch (error) {
 *   if (error instanceof WeComApiError) console.error(error.message, error.fix)
 * }
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export class WeComApiError extends WeComError {
  override name: string = 'WeComApiError'
  /** WeCom's number for what went wrong. */
  declare readonly errcode: number
  /** WeCom's text, as it came but for tokens and secrets. It may change: decide on `errcode`. */
  declare readonly errmsg: string
  /** What to do, in one sentence; for 60020 it names the address to add. */
  declare readonly fix: string
  /** Digits and letters that WeCom's support asks for. */
  declare readonly hint: string | undefined
  /** WeCom's look-up page for this errcode. */
  declare readonly helpUrl: string
}
