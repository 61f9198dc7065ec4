import { toDate, toList } from '@wecom-meeting/client/host'
import { codeNames, objectsIn, simplifiedFields, timeFields } from './generated/responseFields.ts'

/** Fields that hold seconds, beside those that hold a point in time. */
const durations = new Set(['meeting_duration', 'cumulative_time'])

/** The end of a meeting is ours. */
const times = new Set([...timeFields, 'meeting_end'])

/**
 * The named fields of a response, in that order and null where it lacks one. A code is followed by its
 * name, `status: 3, status_name: 'Approved'`, and the name of a duration ends with its unit.
 *
 * @param schema Name of the response's schema in the OpenAPI document.
 * @param fields By default those that the document gives the schema for Simplify.
 */
export function simplified<Data extends object>(
  schema: string,
  data: Data,
  fields: readonly string[] = simplifiedFields[schema] ?? Object.keys(data),
): Record<string, unknown> {
  // Built from entries: set one by one, a field called `__proto__` would be lost.
  const entries = fields.flatMap((field): [string, unknown][] => {
    const value = data[field as keyof Data] ?? null
    const name = durations.has(field) ? `${field}_seconds` : field
    const isCode = codeNames[schema]?.[field] !== undefined
    const named: [string, unknown] = [`${field}_name`, nameOfCode(schema, field, value) ?? null]
    return isCode ? [[name, value], named] : [[name, value]]
  })
  return Object.fromEntries(entries)
}

/** Name of a code, null for null. WeCom may add codes: an undocumented one is its own name. */
export function nameOfCode(schema: string, field: string, code: unknown) {
  const fields = codeNames[schema] ?? {}
  const names = Object.hasOwn(fields, field) ? fields[field] : undefined
  if (names && code === null) return null
  if (!names || (typeof code !== 'number' && typeof code !== 'string')) return undefined
  return Object.hasOwn(names, code) ? names[code] : String(code)
}

/** A whole number, also where it is written as text; undefined where it is neither. */
export function wholeNumberIn(value: unknown): number | undefined {
  const isText = typeof value === 'string' && /^-?\d{1,16}$/.test(value)
  const number = isText ? Number(value) : value
  return Number.isSafeInteger(number) ? (number as number) : undefined
}

/** The named fields first, null where there is none, then all others: so that rows have the same columns. */
export function completed(names: readonly string[], fields: object): object {
  return { ...Object.fromEntries(names.map((name) => [name, null])), ...fields }
}

/** All fields but those with these names. */
export function omitFields(names: readonly string[], fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))
}

/** The fields, with a number added to names that are taken. */
export function renameTaken(taken: readonly string[], fields: object): object {
  if (!taken.some((name) => Object.hasOwn(fields, name))) return fields
  const chooseName = nameChooser(new Set([...taken, ...Object.keys(fields)]))
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      taken.includes(name) ? chooseName(name) : name,
      field,
    ]),
  )
}

/** Returns the wanted name, with the lowest number from 2 up added where it is taken. */
export function nameChooser(taken: Set<string>): (wanted: string) => string {
  const next = new Map<string, number>()
  return (wanted) => {
    let name = wanted
    let count = next.get(wanted) ?? 2
    for (; taken.has(name); count++) name = `${wanted} (${count})`
    next.set(wanted, count)
    taken.add(name)
    return name
  }
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
 * @param schema Where it is given, the name of each code follows it, at every level.
 * @param toTime What becomes of the times in WeCom's fields.
 */
export function copyOf<Value>(
  value: Value,
  schema = '',
  toTime?: (field: unknown) => unknown,
): Value {
  const copy = (original: unknown, depth: number, own = ''): unknown => {
    if (typeof original !== 'object' || original === null || depth > MAX_DEPTH) return original
    if (Array.isArray(original)) return original.map((entry) => copy(entry, depth + 1, own))
    const schemas = objectsIn[own] ?? {}
    // Built from entries: set one by one, a field called `__proto__` would be lost.
    const entries: [string, unknown][] = []
    for (const [name, field] of Object.entries(original)) {
      const copied = copy(field, depth + 1, Object.hasOwn(schemas, name) ? schemas[name] : '')
      entries.push([name, toTime && times.has(name) ? toTime(copied) : copied])
      if (own === '' || Object.hasOwn(original, `${name}_name`)) continue
      const codeName = nameOfCode(own, name, field)
      if (codeName !== undefined) entries.push([`${name}_name`, codeName])
    }
    return Object.fromEntries(entries)
  }
  return copy(value, 0, schema) as Value
}

/**
 * A function that copies a value as `copyOf` does, with every time in WeCom's fields written as ISO 8601
 * in `timeZone`. 0, which WeCom sends for no time, becomes null; what is not a time stays as it is.
 *
 * @throws {Error} If the time zone is unknown.
 */
export function isoTimesIn(timeZone: string): <Value>(value: Value, schema?: string) => Value {
  const offsetAt = offsets.get(timeZone) ?? offsetFinder(timeZone)
  offsets.set(timeZone, offsetAt)
  const toTime = (field: unknown) => isoTime(field, offsetAt)
  return (value, schema) => copyOf(value, schema, toTime)
}

/** By time zone: what is the same for all times of a day need not be found again. */
const offsets = new Map<string, (time: number) => string>()
const DAY = 24 * 60 * 60 * 1000

/** Returns the offset from UTC at a time, such as `+08:00`. */
function offsetFinder(timeZone: string): (time: number) => string {
  const format = offsetFormat(timeZone)
  // Such as "3/14/2026, GMT+08:00"; UTC is "GMT" alone.
  const find = (time: number) => format.format(time).split('GMT')[1] || '+00:00'
  const atStart = new Map<number, string>()
  const findAtStart = (day: number) => {
    const offset = atStart.get(day) ?? find(day * DAY)
    atStart.set(day, offset)
    return offset
  }
  return (time) => {
    const day = Math.floor(time / DAY)
    const offset = findAtStart(day)
    return offset === findAtStart(day + 1) ? offset : find(time)
  }
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

function isoTime(field: unknown, offsetAt: (time: number) => string): unknown {
  if (typeof field !== 'number' && typeof field !== 'string') return field
  if (field === 0 || field === '0') return null
  try {
    const time = toDate(field).getTime()
    const offset = offsetAt(time)
    const shift = Date.parse(`1970-01-01T00:00${offset}`)
    return new Date(time - shift).toISOString().replace('Z', offset)
  } catch {
    return field
  }
}
