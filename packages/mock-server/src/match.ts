import { isDeepStrictEqual } from 'node:util'
import type { Match } from './faults/Fault.ts'
import type { JsonObject } from './json.ts'

/** The part of a request that a match looks at. */
export interface Matched {
  /** The body as JSON. */
  body: unknown
  token: string | undefined
  corpId: string | undefined
}

/** The names that a match has besides the body's. */
export const namesBesideBody: readonly string[] = ['token', 'corpId'] satisfies (keyof Matched)[]

export function fitsMatch({ body, ...beside }: Matched, match: Match): boolean {
  return Object.entries(match).every(([path, value]) => {
    const isBeside = namesBesideBody.includes(path)
    return isDeepStrictEqual(findPath(isBeside ? beside : body, path), value)
  })
}

function findPath(value: unknown, path: string): unknown {
  return path.split('.').reduce(step, value)
}

/** What stands in an object or a list under a name or position of its own. */
export function step(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as JsonObject)[key]
    : undefined
}
