import type { MockRequest } from '../http/MockRequest.ts'
import { parseJson } from '../json.ts'
import { fitsMatch } from '../match.ts'
import type { CountFilter } from './JournalEntry.ts'

/** The part of a request that a filter looks at. */
export type Filtered = Pick<
  MockRequest,
  'operation' | 'errcode' | 'reasons' | 'token' | 'corpId' | 'bodyText'
> & { body?: unknown }

/** A request whose body was let go fits no match that looks at it. */
export function fitsFilter(request: Filtered, filter: CountFilter): boolean {
  const { operation, valid, errcode, match } = filter
  if (operation !== undefined && request.operation !== operation) return false
  if (valid !== undefined && (request.reasons.length === 0) !== valid) return false
  if (errcode !== undefined && request.errcode !== errcode) return false
  if (match === undefined) return true
  const { token, corpId, bodyText, body = parseJson(bodyText) } = request
  return fitsMatch({ body, token, corpId }, match)
}
