import type { TimeNotation } from '../answerFields.ts'
import { timeFields } from '../generated/answerFields.ts'

/**
 * The same value with every time in it written as ISO 8601 in `timeZone`; 0, where WeCom has no time
 * to give, becomes null.
 */
export function withIsoTimes<Value>(value: Value, timeZone: string): Value {
  const format = offsetFormat(timeZone)
  return converted(value, format) as Value
}

function converted(value: unknown, format: Intl.DateTimeFormat): unknown {
  if (Array.isArray(value)) return value.map((one) => converted(one, format))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => {
      const notation = Object.hasOwn(timeFields, name) ? timeFields[name] : undefined
      return [name, notation ? isoTime(field, notation, format) : converted(field, format)]
    }),
  )
}

function isoTime(field: unknown, notation: TimeNotation, format: Intl.DateTimeFormat): unknown {
  if (typeof field !== 'number' && typeof field !== 'string') return field
  const time = notation === 'utc8' ? fromUtc8(String(field)) : new Date(Number(field) * 1000)
  if (Number.isNaN(time.getTime())) return field
  return time.getTime() === 0 ? null : inZone(time, format)
}

function fromUtc8(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}+08:00`)
}

function offsetFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  })
}

function inZone(time: Date, format: Intl.DateTimeFormat): string {
  const parts = Object.fromEntries(
    format.formatToParts(time).map(({ type, value }) => [type, value]),
  )
  const { year, month, day, hour, minute, second, timeZoneName = '' } = parts
  const offset = timeZoneName.replace('GMT', '') || '+00:00'
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000${offset}`
}
