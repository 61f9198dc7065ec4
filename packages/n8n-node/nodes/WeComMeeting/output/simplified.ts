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
    const code = answer[field]
    if (code === undefined) continue
    result[field] = code
    const names = codeNames[schema]?.[field]
    // WeCom may add codes: one that nobody has described goes by itself.
    if (names) result[`${field}_name`] = names[String(code)] ?? String(code)
  }
  return result
}
