import { fixOf } from './catalogueEntry.ts'
import type { ErrorTexts } from './ErrorTexts.ts'

/** What errors say unless the options ask for another language. */
export const english: ErrorTexts = {
  message: (operation, errcode, errmsg) => `WeCom refused ${operation} with ${errcode}: ${errmsg}`,
  fix: (errcode, helpUrl, ip = "the caller's address") =>
    fixOf(errcode)?.replace('{ip}', ip) ?? `Look the code up at ${helpUrl}.`,
}
