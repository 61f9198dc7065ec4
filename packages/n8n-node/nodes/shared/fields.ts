import { toDate, toList } from '@wecom-meeting/client/host'
import { codeNames, timeFields } from './generated/responseFields.ts'

/**
 * The named fields of a response, as far as it has them, in that order. A code is followed by its
 * name: `status: 3, status_name: 'Approved'`.
 *
 * @param schema Name of the response's schema in the OpenAPI document.
 */
export function simplified<Data extends object>(
  schema: string,
  data: Data,
  fields: readonly (keyof Data & string)[],
): Record<string, unknown> {
  // Built from entries: set one by one, a field called `__proto__` would be lost.
  const entries = fields
    .filter((field) => Object.hasOwn(data, field) && data[field] !== undefined)
    .flatMap((field): [string, unknown][] => {
      const name = nameOfCode(schema, field, data[field])
      const named: [string, unknown][] = name === undefined ? [] : [[`${field}_name`, name]]
      return [[field, data[field]], ...named]
    })
  return Object.fromEntries(entries)
}

/** Name of a code. WeCom may add codes: an undocumented one is its own name. */
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

/** JSON can be nested deeper than any stack. WeCom's is by a few levels. */
const MAX_DEPTH = 100

/**
 * Copies a value, so that no two items share an object. What is nested deeper than 100 levels is shared.
 *
 * @param change Returns what a field becomes in the copy.
 */
export function copyOf<Value>(
  value: Value,
  change: (name: string, field: unknown) => unknown = (_, field) => field,
): Value {
  const copy = (original: unknown, depth: number): unknown => {
    if (typeof original !== 'object' || original === null || depth > MAX_DEPTH) return original
    if (Array.isArray(original)) return original.map((entry) => copy(entry, depth + 1))
    return Object.fromEntries(
      Object.entries(original).map(([name, field]) => [name, change(name, copy(field, depth + 1))]),
    )
  }
  return copy(value, 0) as Value
}

/**
 * A function that copies a value with every time in WeCom's fields written as ISO 8601 in `timeZone`.
 * 0, which WeCom sends for no time, becomes null; what is not a time stays as it is.
 *
 * @throws {Error} If the time zone is unknown.
 */
export function isoTimesIn(timeZone: string): <Value>(value: Value) => Value {
  const format = offsetFormat(timeZone)
  return (value) =>
    copyOf(value, (name, field) => (timeFields.has(name) ? isoTime(field, format) : field))
}

function offsetFormat(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  } catch {
    throw unknownTimeZone(timeZone)
  }
}

function unknownTimeZone(timeZone: string): Error {
  return new Error(
    `The time zone is ${JSON.stringify(timeZone)}; expected one such as "Asia/Shanghai", in the settings of the workflow.`,
  )
}

function isoTime(field: unknown, format: Intl.DateTimeFormat): unknown {
  if (typeof field !== 'number' && typeof field !== 'string') return field
  if (field === 0 || field === '0') return null
  try {
    const time = toDate(field)
    // Such as "3/14/2026, GMT+08:00"; UTC is "GMT" alone.
    const offset = format.format(time).split('GMT')[1] || '+00:00'
    const shift = Date.parse(`1970-01-01T00:00${offset}`)
    return new Date(time.getTime() - shift).toISOString().replace('Z', offset)
  } catch {
    return field
  }
}
