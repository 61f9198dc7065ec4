import { isDeepStrictEqual } from 'node:util'
import type { JsonObject } from './json.ts'

/**
 * What a request holds: values by their paths in the JSON body (`meetingid`, `enroll_id_list.0`), and
 * beside them `token`, the access token that it was sent with, and `corpId`, the corp that it was sent
 * for. Each must be equal, in type too; undefined fits what is not there.
 *
 * @example
 * ```ts
 * mock.fault({ errcode: -1, match: { meetingid, cursor: page.next_cursor } })
 * ```
 */
export type Match = Readonly<Record<string, unknown>>

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
