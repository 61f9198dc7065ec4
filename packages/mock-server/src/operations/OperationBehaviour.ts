import type { Refusal } from '../errors/Refusal.ts'
import type { JsonObject } from '../json.ts'
import type { Store } from '../state/Store.ts'

/** A request that the spec has found valid, with the token checked. */
interface ValidRequest {
  query: Readonly<Record<string, string | string[]>>
  body: JsonObject
  /** The caller's IP address. */
  address: string
  /** Whether a page of another site sent it, in a browser. */
  isOfOtherSite: boolean
}

/** What WeCom does behind one operation of the spec. */
export interface OperationBehaviour {
  answer(request: ValidRequest, store: Store): JsonObject | Refusal
  /** The errcode of a required parameter that is missing or empty, where it has one of its own. */
  missingParameter?: Readonly<Record<string, number>>
}
