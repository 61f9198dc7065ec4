import { createHash } from 'node:crypto'
import type { MockRequest } from '../http/MockRequest.ts'
import type { JsonObject } from '../json.ts'
import type { MockSpec } from '../spec/operations.ts'

/** The errcodes that the mock itself decides on; their texts come from the spec's `x-errcodes`. */
export const errcodes = {
  systemBusy: -1,
  invalidCredential: 40001,
  invalidCorpid: 40013,
  invalidAccessToken: 40014,
  invalidParameter: 40058,
  accessTokenMissing: 41001,
  corpidMissing: 41002,
  corpsecretMissing: 41004,
  tooManyCalls: 45009,
  tooManyConcurrentCalls: 45033,
  invalidMeetingid: 90602,
  invalidSubMeetingid: 730003,
  invalidMeetingCode: 730004,
  invalidEnrollId: 730006,
} as const

/** What an operation returns instead of data: WeCom's errcode and, where it helps, what exactly was wrong. */
export class Refusal {
  readonly errcode: number
  /** Goes into `errmsg` after WeCom's own text. Never holds a token or a secret. */
  readonly detail: string | undefined
  /** Set when the body was not proper JSON; WeCom reports that at the start of `errmsg`. */
  readonly wrongJson: boolean

  constructor(errcode: number, detail?: string, wrongJson = false) {
    this.errcode = errcode
    this.detail = detail
    this.wrongJson = wrongJson
  }

  /**
   * WeCom's long form of `errmsg`:
   * `<text>, hint: [<digits>], from ip: <address>, more info at <link>`, with
   * `Warning: wrong json format.` in front where the body was not JSON.
   */
  toResponse(
    { address, number }: Pick<MockRequest, 'address' | 'number'>,
    { spec, settings }: { spec: Pick<MockSpec, 'errorTexts'>; settings: { seed: number } },
  ): JsonObject {
    const { errcode, detail } = this
    const warning = this.wrongJson ? 'Warning: wrong json format. ' : ''
    const text = spec.errorTexts.get(errcode) ?? `errcode ${errcode}`
    const errmsg = [
      warning + text + (detail ? `: ${detail}` : ''),
      `hint: [${makeHint(`${settings.seed}:${number}`)}]`,
      `from ip: ${address}`,
      `more info at https://open.work.weixin.qq.com/devtool/query?e=${errcode}`,
    ].join(', ')
    return { errcode, errmsg }
  }
}

/** 25 digits, as WeCom's hints have; the same for the same request on a server of the same seed. */
function makeHint(seed: string): string {
  const digest = createHash('sha256').update(seed).digest()
  const first = String(digest.readBigUInt64BE(0)).padStart(20, '0')
  return first + String(digest.readUInt16BE(8)).padStart(5, '0')
}
