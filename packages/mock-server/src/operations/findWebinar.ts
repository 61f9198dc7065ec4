import type { Refusal } from '../errors/Refusal.ts'
import type { JsonObject } from '../json.ts'
import type { Store, StoredWebinar } from '../state/Store.ts'
import { findByIdOrCode } from './findByIdOrCode.ts'

/** The webinar that a body names. */
export function findWebinar({ webinars }: Store, body: JsonObject): StoredWebinar | Refusal {
  return findByIdOrCode(webinars, body)
}
