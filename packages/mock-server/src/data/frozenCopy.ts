import type { JsonObject } from '../json.ts'

/**
 * What the store keeps is never changed, only replaced: so an answer that was judged and written as
 * JSON once stays judged and written.
 */
export function frozenCopy(value: JsonObject): JsonObject {
  return frozen(structuredClone(value)) as JsonObject
}

function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}
