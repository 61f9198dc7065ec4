import { createHash } from 'node:crypto'
import type { JsonObject } from '../json.ts'
import type { ErrorTexts } from '../spec/errorTexts.ts'
import type { Refusal } from './Refusal.ts'

/** Turns a refusal into what WeCom sends; `number` counts the server's requests. */
export type RefusedAnswer = (
  refusal: Refusal,
  request: { address: string; number: number },
) => JsonObject

/**
 * WeCom's long form of `errmsg`:
 * `<text>, hint: [<digits>], from ip: <address>, more info at <link>`, with
 * `Warning: wrong json format.` in front where the body was not JSON.
 */
export function createRefusedAnswer(texts: ErrorTexts, seed: number): RefusedAnswer {
  return ({ errcode, detail, wrongJson }, { address, number }) => {
    const warning = wrongJson ? 'Warning: wrong json format. ' : ''
    const text = texts.get(errcode) ?? `errcode ${errcode}`
    const link = `https://open.work.weixin.qq.com/devtool/query?e=${errcode}`
    const errmsg = [
      warning + text + (detail ? `: ${detail}` : ''),
      `hint: [${hint(`${seed}:${number}`)}]`,
      `from ip: ${address}`,
      `more info at ${link}`,
    ].join(', ')
    return { errcode, errmsg }
  }
}

/** 25 digits, as WeCom's hints have; the same for the same request on a server of the same seed. */
function hint(seed: string): string {
  const digest = createHash('sha256').update(seed).digest()
  const first = String(digest.readBigUInt64BE(0)).padStart(20, '0')
  return first + String(digest.readUInt16BE(8)).padStart(5, '0')
}
