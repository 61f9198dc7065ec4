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

/**
 * A function that copies a value with every time in WeCom's fields written as ISO 8601 in `timeZone`.
 * 0, which WeCom sends for no time, becomes null; what is not a time stays as it is.
 *
 * @throws {Error} If the time zone is unknown.
 */
export function isoTimesIn(timeZone: string): <Value>(value: Value) => Value {
  const format = offsetFormat(timeZone)
  const convert = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(convert)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(([name, field]) => {
      const isTime =
        timeFields.has(name) && (typeof field === 'number' || typeof field === 'string')
      return [name, isTime ? isoTime(field, format) : convert(field)]
    })
    return Object.fromEntries(entries)
  }
  return convert as <Value>(value: Value) => Value
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

function isoTime(field: number | string, format: Intl.DateTimeFormat): unknown {
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
