import type { Settings } from '../options.ts'
import type { SpecViolation } from '../spec/validate.ts'
import type { OperationBehaviour } from './operations/OperationBehaviour.ts'
import { Refusal } from './Refusal.ts'

/** These say only that no branch fits; the branches' own violations, which come along, say why. */
const umbrellaKeywords: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'if', 'allOf'])
/** A field that is not there, or there and empty. */
const missingKeywords: ReadonlySet<string> = new Set(['required', 'minLength'])

/**
 * Turns what the spec finds wrong into the errcode that WeCom's general rules give it: 40063 for what
 * is required and missing or empty, 40058 for everything else. Which one a given field of these
 * endpoints really gets is not published, hence the two are options.
 */
export function refuseInvalid(
  violations: readonly SpecViolation[],
  behaviour: OperationBehaviour | undefined,
  settings: Pick<Settings, 'invalidFieldErrcode' | 'missingFieldErrcode'>,
): Refusal {
  const specific = violations.filter(({ keyword }) => !umbrellaKeywords.has(keyword))
  const invalid = specific.find(({ keyword }) => !missingKeywords.has(keyword))
  if (invalid) return new Refusal(settings.invalidFieldErrcode, invalid.message)

  const names = specific.map(findMissingName).filter((name) => name !== undefined)
  const own = names.map((name) => behaviour?.missingParameter?.[name])
  const errcode = own.find((code) => code !== undefined)
  if (errcode !== undefined) return new Refusal(errcode)
  const missing = [...new Set(names)].join(' or ')
  const detail = missing === '' ? 'the request body is missing' : `${missing} is missing or empty`
  return new Refusal(settings.missingFieldErrcode, detail)
}

function findMissingName({ keyword, message, path }: SpecViolation): string | undefined {
  if (keyword === 'required') return /required property '([^']+)'/.exec(message)?.[1]
  return path.join('.') || undefined
}
