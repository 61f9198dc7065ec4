import { toList } from '@wecom-meeting/client/host'
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
  // Made of entries: set one by one, a field called `__proto__` would be lost.
  const entries = fields
    .filter((field) => Object.hasOwn(answer, field) && answer[field] !== undefined)
    .flatMap((field): [string, unknown][] => {
      const code = answer[field]
      const name = nameOfCode(schema, field, code)
      return name === undefined
        ? [[field, code]]
        : [
            [field, code],
            [`${field}_name`, name],
          ]
    })
  return Object.fromEntries(entries)
}

/** What a code is called. WeCom may add codes: one that nobody has described goes by itself. */
export function nameOfCode(schema: string, field: string, code: unknown): string | undefined {
  const fields = codeNames[schema] ?? {}
  const names = Object.hasOwn(fields, field) ? fields[field] : undefined
  if (!names || (typeof code !== 'number' && typeof code !== 'string')) return undefined
  return Object.hasOwn(names, code) ? names[code] : String(code)
}

/** The user IDs of hosts: an object with a list of them, or a list of objects with one each. */
export function hostIds(hosts: unknown): unknown[] {
  return toList<{ userid?: unknown; value?: unknown }>(hosts)
    .flatMap(({ userid, value }) => userid ?? value)
    .filter((id) => id !== null && id !== undefined)
}
