import { errorCatalogue } from '@wecom-meeting/spec'
import { MockSetupError } from '../errors/MockSetupError.ts'
import type { JsonObject } from '../json.ts'

/** WeCom's own short text of every errcode, from the spec's `x-errcodes`. */
export type ErrorTexts = ReadonlyMap<number, string>

export function readErrorTexts(document: JsonObject, specPath: string): ErrorTexts {
  try {
    return new Map(errorCatalogue(document).map(({ errcode, errmsg }) => [errcode, errmsg]))
  } catch (error) {
    throw new MockSetupError(`${specPath}: ${(error as Error).message}`, { cause: error })
  }
}
