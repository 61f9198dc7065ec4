import type { MockRequest } from '../http/MockRequest.ts'
import { parseJson } from '../json.ts'
import { fitsMatch, type Match } from '../match.ts'

/** Which requests are counted; all that is given must fit. */
export interface CountFilter {
  /** The spec's operationId. */
  operation?: string
  /** What the request holds. */
  match?: Match
  /** Whether the request keeps to the spec. */
  valid?: boolean
  /** The errcode of its response; 0 also fits a response that has none. */
  errcode?: number
}

/** Which requests are wanted; all that is given must fit. */
export interface RequestFilter extends CountFilter {
  /** Only requests with a higher `number`. */
  after?: number
}

/** How many requests are expected. */
export interface Expectation extends CountFilter {
  /** So many, or a range. Default: at least one. */
  times?: number | { atLeast?: number; atMost?: number }
}

/** The part of a request that a filter looks at. */
export type Filtered = Pick<
  MockRequest,
  'operation' | 'errcode' | 'reasons' | 'token' | 'corpId' | 'bodyText'
> & { body?: unknown }

/** Whether all fits but `match`. */
export function fitsOutcome(
  request: Filtered,
  { operation, valid, errcode }: CountFilter,
): boolean {
  if (operation !== undefined && request.operation !== operation) return false
  if (valid !== undefined && (request.reasons.length === 0) !== valid) return false
  return errcode === undefined || request.errcode === errcode
}

/** A request whose body was let go fits no match that looks at it. */
export function fitsFilter(request: Filtered, filter: CountFilter): boolean {
  if (!fitsOutcome(request, filter)) return false
  if (filter.match === undefined) return true
  const { token, corpId, bodyText, body = parseJson(bodyText) } = request
  return fitsMatch({ body, token, corpId }, filter.match)
}
