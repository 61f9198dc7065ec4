import { listOf } from '@wecom-meeting/client/core'
import { codeNames } from '../generated/answerFields.ts'

/**
 * The named fields of an answer, as far as it has them, in that order. A code is followed by what it
 * is called: `status: 3, status_name: 'Approved'`.
 *
 * @param schema Name of the answer's schema in the OpenAPI document.
 */
export function simplified<Answer extends object>(
  schema: string,
  answer: Answer,
  fields: readonly (keyof Answer & string)[],
): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const field of fields) {
    const code: unknown = answer[field]
    if (code === undefined) continue
    result[field] = code
    const name = codeNames[schema]?.[field] && nameOfCode(schema, field, code)
    if (name !== undefined) result[`${field}_name`] = name
  }
  return result
}

/** What a code is called. WeCom may add codes: one that nobody has described goes by itself. */
export function nameOfCode(schema: string, field: string, code: unknown): string | undefined {
  if (typeof code !== 'number' && typeof code !== 'string') return undefined
  const names = codeNames[schema]?.[field] ?? {}
  return Object.hasOwn(names, code) ? names[code] : String(code)
}

/** The user IDs of hosts: an object with a list of them, or a list of objects with one each. */
export function hostIds(hosts: unknown): unknown[] {
  return listOf<{ userid?: unknown; value?: unknown }>(hosts)
    .flatMap(({ userid, value }) => userid ?? value)
    .filter((id) => id !== null && id !== undefined)
}
