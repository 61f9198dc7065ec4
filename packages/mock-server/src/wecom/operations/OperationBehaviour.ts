import type { IHttpOperation } from '@stoplight/types'
import type { MockRequest } from '../../http/MockRequest.ts'
import type { JsonObject } from '../../json.ts'
import type { World } from '../../World.ts'
import type { Refusal } from '../Refusal.ts'

/** A request that is valid by the spec, and its token is good. */
interface ValidRequest {
  request: MockRequest
  body: JsonObject
  /** The operation as the spec has it. */
  resource: IHttpOperation
}

/** What WeCom does behind one operation of the spec. */
export interface OperationBehaviour {
  respond(valid: ValidRequest, world: World): JsonObject | Refusal
  /** The errcode of a required parameter that is missing or empty, where it has one of its own. */
  missingParameter?: Readonly<Record<string, number>>
}
