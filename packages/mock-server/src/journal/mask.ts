import { createHash } from 'node:crypto'
import type { JsonObject } from '../json.ts'

export const secretNames: readonly string[] = ['access_token', 'corpsecret']

/**
 * A copy in which every token and secret is replaced by a fingerprint: two requests with the same
 * token can be told to have it, and nobody can use it.
 */
export function masked<T extends JsonObject>(fields: T): T {
  if (!secretNames.some((name) => name in fields)) return fields
  const copy: JsonObject = { ...fields }
  for (const name of secretNames) if (name in copy) copy[name] = fingerprint(copy[name])
  return copy as T
}

function fingerprint(value: unknown): string {
  const text = String(value)
  if (text === '') return ''
  return `***${createHash('sha256').update(text).digest('hex').slice(0, 8)}`
}
