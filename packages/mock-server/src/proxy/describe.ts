import { isJsonObject } from '../json.ts'

/** Writes a name of a field or a part of a path, or hides it. */
export type WriteName = (name: string) => string

/** Some services use people's names and IDs as names of fields. */
export const writePlainName: WriteName = (name) =>
  /^[A-Za-z_][A-Za-z0-9_-]{0,39}$/.test(name) ? name : `<${name.length} characters>`

/** The same for every element of a list: `enroll_list[].status`. */
export function describePath(path: readonly string[], writeName: WriteName): string {
  const keys = path.map((key) => (/^\d+$/.test(key) ? '[]' : `.${writeName(key)}`))
  return keys.join('').replace(/^\./, '')
}

/** JSON Schema's name of a value's type. */
export function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

const alphabets: readonly [pattern: RegExp, name: string][] = [
  [/^\d+$/, 'digits'],
  [/^[A-Z_]+$/, 'capital letters'],
  [/^[a-z_]+$/, 'small letters'],
  [/^https?:/, 'characters, a URL'],
  [/^\d{4}-\d\d-\d\d/, 'characters, a date'],
]

/** Type and shape of a value, without the value. */
export function describeValue(value: unknown, writeName: WriteName): string {
  if (value === undefined) return 'nothing'
  if (value === '' || (Array.isArray(value) && value.length === 0))
    return `an empty ${typeName(value)}`
  if (typeof value === 'string') {
    const alphabet = alphabets.find(([pattern]) => pattern.test(value))?.[1] ?? 'characters'
    return `a string of ${value.length} ${alphabet}`
  }
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return 'a number with a fraction'
    if (value < 0) return 'a negative integer'
    return value > 0xffff_ffff ? 'an integer beyond 32 bits' : 'an integer'
  }
  if (Array.isArray(value)) {
    return `an array of ${value.length}: ${[...new Set(value.map(typeName))].join(', ')}`
  }
  if (!isJsonObject(value)) return typeName(value)
  const names = Object.keys(value)
  const shown = names.slice(0, 20).map((name) => `${writeName(name)}: ${typeName(value[name])}`)
  const rest = names.length > 20 ? ` and ${names.length - 20} more` : ''
  return names.length === 0 ? 'an empty object' : `an object with ${shown.join(', ')}${rest}`
}
