import { isDeepStrictEqual } from 'node:util'
import type { Match } from './faults/Fault.ts'
import { valueAt } from './json.ts'

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
    return isDeepStrictEqual(valueAt(isBeside ? beside : body, path.split('.')), value)
  })
}
