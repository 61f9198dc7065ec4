import type { CatalogueEntry } from './catalogueEntry.ts'
import { WeComError } from './WeComError.ts'

/** What a `WeComApiError` is made from. */
export interface WeComApiErrorInit {
  errcode: number
  /** As it came. */
  errmsg: string
  /** The `operationId` of the call. */
  operation: string
  entry: CatalogueEntry | undefined
}

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
  readonly errcode: number
  /** WeCom's text, as it came. It may change: decide on `errcode`. */
  readonly errmsg: string
  /** The `operationId` of the refused call, such as `getMeeting`. */
  readonly operation: string
  /** What to do, in one sentence; for 60020 it names the address to add. */
  readonly fix: string
  /** Digits and letters that WeCom's support asks for. */
  readonly hint: string | undefined
  /** WeCom's look-up page for this errcode. */
  readonly helpUrl: string
  /** Whether the same call can succeed later with nothing corrected. */
  readonly retryable: boolean

  constructor({ errcode, errmsg, operation, entry }: WeComApiErrorInit) {
    super(`WeCom refused ${operation} with ${errcode}: ${shortText(errmsg)}`)
    this.errcode = errcode
    this.errmsg = errmsg
    this.operation = operation
    this.hint = /hint: \[([^\]]*)\]/.exec(errmsg)?.[1]
    this.helpUrl = `https://open.work.weixin.qq.com/devtool/query?e=${errcode}`
    this.fix = fixFor(entry, errmsg, this.helpUrl)
    this.retryable = entry?.retry === 'backoff' || entry?.retry === 'after-a-minute'
  }
}

/** The errmsg without the hint, address and link that WeCom appends. */
function shortText(errmsg: string): string {
  return errmsg.split(', hint: [', 1)[0] ?? errmsg
}

function fixFor(entry: CatalogueEntry | undefined, errmsg: string, helpUrl: string): string {
  if (!entry) return `Look the code up at ${helpUrl}.`
  const ip = /from ip: ([0-9a-fA-F.:]+)/.exec(errmsg)?.[1]
  return entry.fix.replace('{ip}', ip ?? "the caller's address")
}
