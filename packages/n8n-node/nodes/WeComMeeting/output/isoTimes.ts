import { toDate } from '@wecom-meeting/client/host'
import { timeFields } from '../generated/answerFields.ts'

/**
 * A function that gives the same value with every time in WeCom's fields written as ISO 8601 in
 * `timeZone`. 0, which can be no time of a meeting, becomes null; what is no time stays as it is.
 *
 * @throws if the time zone is not known.
 */
export function isoTimesIn(timeZone: string): <Value>(value: Value) => Value {
  const format = offsetFormat(timeZone)
  return <Value>(value: Value) => converted(value, format) as Value
}

function converted(value: unknown, format: Intl.DateTimeFormat): unknown {
  if (Array.isArray(value)) return value.map((one) => converted(one, format))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      timeFields.has(name) ? isoTime(field, format) : converted(field, format),
    ]),
  )
}

function isoTime(field: unknown, format: Intl.DateTimeFormat): unknown {
  if (typeof field !== 'number' && typeof field !== 'string') return converted(field, format)
  if (field === 0 || field === '0') return null
  try {
    return inZone(toDate(field), format)
  } catch {
    return field
  }
}

function offsetFormat(timeZone: string): Intl.DateTimeFormat {
  try {
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
  } catch {
    throw unknownTimeZone(timeZone)
  }
}

function unknownTimeZone(timeZone: string): Error {
  return new Error(
    `The time zone is ${JSON.stringify(timeZone)}; expected one such as "Asia/Shanghai", in the settings of the workflow.`,
  )
}

function inZone(time: Date, format: Intl.DateTimeFormat): string {
  const parts = Object.fromEntries(
    format.formatToParts(time).map(({ type, value }) => [type, value]),
  )
  const { year = '', month, day, hour, minute, second, timeZoneName = '' } = parts
  const offset = timeZoneName.replace('GMT', '') || '+00:00'
  // Beyond 9999 ISO 8601 wants six digits and a sign.
  const isoYear = year.length > 4 ? `+${year.padStart(6, '0')}` : year.padStart(4, '0')
  return `${isoYear}-${month}-${day}T${hour}:${minute}:${second}.000${offset}`
}
