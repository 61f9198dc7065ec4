import { Refusal } from '../errors/Refusal.ts'
import type { OperationBehaviour } from '../operations/OperationBehaviour.ts'
import type { Diagnostic } from './prism.ts'

/** These say only that no branch fits; the branches' own diagnostics, which come along, say why. */
export const umbrellaKeywords: ReadonlySet<unknown> = new Set(['anyOf', 'oneOf', 'if', 'allOf'])
/** A field that is not there, or there and empty. */
const missingKeywords: ReadonlySet<unknown> = new Set(['required', 'minLength'])

/** What a field that is wrong, or is missing, is answered with. */
interface FieldErrcodes {
  invalidFieldErrcode: number
  missingFieldErrcode: number
}

/**
 * Turns what Prism found wrong into the errcode that WeCom's general rules give it: 40063 for what
 * is required and missing or empty, 40058 for everything else. Which one a given field of these
 * endpoints really gets is not published, hence the two are options.
 */
export function refusalOfDiagnostics(
  diagnostics: readonly Diagnostic[],
  behaviour: OperationBehaviour | undefined,
  { invalidFieldErrcode, missingFieldErrcode }: FieldErrcodes,
): Refusal {
  const specific = diagnostics.filter(({ code }) => !umbrellaKeywords.has(code))
  const invalid = specific.find(({ code }) => !missingKeywords.has(code))
  if (invalid) return new Refusal(invalidFieldErrcode, invalid.message)

  const names = specific.map(missingName).filter((name) => name !== undefined)
  const own = names.map((name) => behaviour?.missingParameter?.[name])
  const errcode = own.find((code) => code !== undefined)
  if (errcode !== undefined) return new Refusal(errcode)
  return new Refusal(missingFieldErrcode, missingDetail([...new Set(names)]))
}

function missingName({ code, message, path }: Diagnostic): string | undefined {
  if (code === 'required') return /required property '([^']+)'/.exec(message)?.[1]
  return path?.slice(1).join('.')
}

function missingDetail(names: string[]): string {
  return names.length === 0
    ? 'the request body is missing'
    : `${names.join(' or ')} is missing or empty`
}
