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
  const entries = fields
    .filter((field) => answer[field] !== undefined)
    .flatMap((field) => {
      const names = codeNames[schema]?.[field]
      const code = answer[field]
      return names ? [[field, code], nameEntry(field, code, names)] : [[field, code]]
    })
  return Object.fromEntries(entries)
}

/** WeCom may add codes: one that nobody has described goes by itself. */
function nameEntry(field: string, code: unknown, names: Record<string, string>): unknown[] {
  return [`${field}_name`, names[String(code)] ?? String(code)]
}
