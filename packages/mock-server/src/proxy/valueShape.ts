import { isJsonObject } from '../json.ts'
import { plainName } from './fieldPlace.ts'

/** Says of what kind a value is and how it is built, without saying what it is. */
export function valueShape(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (typeof value === 'string') return textShape(value)
  if (typeof value === 'number') return numberShape(value)
  if (Array.isArray(value)) return arrayShape(value)
  if (isJsonObject(value)) return objectShape(value)
  return typeof value
}

function textShape(text: string): string {
  if (text === '') return 'an empty string'
  return `a string of ${text.length} ${alphabet(text)}`
}

const alphabets: [RegExp, string][] = [
  [/^\d+$/, 'digits'],
  [/^[A-Z_]+$/, 'capital letters'],
  [/^[a-z_]+$/, 'small letters'],
  [/^https?:/, 'characters, a URL'],
  [/^\d{4}-\d\d-\d\d/, 'characters, a date'],
]

function alphabet(text: string): string {
  return alphabets.find(([pattern]) => pattern.test(text))?.[1] ?? 'characters'
}

function numberShape(value: number): string {
  if (!Number.isInteger(value)) return 'a number with a fraction'
  if (value < 0) return 'a negative integer'
  return value > 0xffff_ffff ? 'an integer beyond 32 bits' : 'an integer'
}

function arrayShape(values: unknown[]): string {
  if (values.length === 0) return 'an empty array'
  const kinds = new Set(values.map(typeName))
  return `an array of ${values.length}: ${[...kinds].join(', ')}`
}

function objectShape(value: Record<string, unknown>): string {
  const fields = Object.keys(value)
  if (fields.length === 0) return 'an empty object'
  const named = fields.slice(0, 20).map((name) => `${plainName(name)}: ${typeName(value[name])}`)
  const rest = fields.length > 20 ? ` and ${fields.length - 20} more` : ''
  return `an object with ${named.join(', ')}${rest}`
}

/** JSON Schema's name of a value's type. */
export function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}

/**
 * A coded value says nothing about anybody, and without it the report would be of no use: it is given
 * where it looks like a code, as WeCom's are: a small number or a word in capital letters.
 */
export function codeShape(value: unknown): string {
  const isCode =
    typeof value === 'number'
      ? Number.isInteger(value) && Math.abs(value) < 10_000_000
      : typeof value === 'string' && /^[A-Z][A-Z_]{1,59}$/.test(value)
  return isCode ? JSON.stringify(value) : valueShape(value)
}
