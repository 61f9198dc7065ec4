/**
 * A point in time as WeCom writes it: seconds since 1970-01-01T00:00:00Z as a number
 * (`meeting_start`) or as text (`start_time` of a webinar), or `YYYY-MM-DD HH:mm:ss` or
 * `YYYY/MM/DD HH:mm` in UTC+8 (`enroll_time`).
 */
export type WeComTime = number | string

const SECONDS = /^\d{1,12}$/
/** As seconds, the first of these lies in the year 33658. */
const MILLISECONDS = /^\d{13}$/
const UTC8 = /^(\d{4})([-/])(\d\d?)\2(\d\d?) (\d\d?):(\d\d?)(?::(\d\d?))?$/

/**
 * A point in time as a `Date`, in whichever format WeCom writes it: seconds may be left out, and a month,
 * a day or an hour may have one digit.
 *
 * @throws {RangeError} If it is in none of these formats, is not in the calendar, such as 30 February, or
 *   is in milliseconds. 0 is 1970: what WeCom gives for "never" is not published.
 * @example
 * toDate(meeting.meeting_start)                   // 1600000007
 * toDate(webinar.start_time)                      // '1600000007'
 * toDate(enrollment.enroll_time).toISOString()    // '2023-03-23 10:00:00' → '2023-03-23T02:00:00.000Z'
 */
export function toDate(time: WeComTime): Date {
  // A list of one time would be read by its text, and other objects have none.
  const isWritten = typeof time === 'string' || typeof time === 'number'
  const text = isWritten ? `${time}` : ''
  const date = SECONDS.test(text) ? new Date(Number(text) * 1000) : fromUtc8(text)
  if (date) return date
  const written = typeof time === 'string' ? JSON.stringify(text.slice(0, 30)) : text
  const shown = isWritten ? written : String(time && typeof time)
  throw new RangeError(
    MILLISECONDS.test(text)
      ? `${shown} is in milliseconds; expected seconds since 1970: divide it by 1000.`
      : `${shown} is not a time in WeCom's format; expected seconds since 1970, or YYYY-MM-DD HH:mm:ss in UTC+8.`,
  )
}

/**
 * A point in time as an ISO 8601 instant in UTC, such as `2023-03-23T02:00:00Z`: what
 * `Temporal.Instant.from`, databases and JSON take.
 *
 * @throws {RangeError} As `toDate`.
 * @example
 * toInstant(enrollment.enroll_time)                          // '2023-03-23T02:00:00Z'
 * Temporal.Instant.from(toInstant(meeting.meeting_start))
 */
export function toInstant(time: WeComTime): string {
  return toDate(time).toISOString().replace('.000Z', 'Z')
}

/**
 * A `Date` as requests take it: whole seconds since 1970-01-01T00:00:00Z.
 *
 * @throws {RangeError} If it is an invalid date, or none.
 * @example
 * await wecom.request('/cgi-bin/meeting/create', { title, meeting_start: toWeComTime(new Date('2026-12-01T09:00Z')) })
 */
export function toWeComTime(date: Date): number {
  const seconds = Math.floor(date?.getTime?.() / 1000)
  if (Number.isNaN(seconds)) throw new RangeError('The date is invalid; expected a valid Date.')
  return seconds
}

function fromUtc8(text: string): Date | undefined {
  const [, year, , ...rest] = UTC8.exec(text) ?? []
  const [month, day, hour, minute, second] = rest.map((part = '0') => part.padStart(2, '0'))
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const date = new Date(written)
  // Engines read 30 February as 2 March, and 24:00 as the next day.
  if (date.toJSON() !== written) return undefined
  return new Date(date.getTime() - 8 * 3_600_000)
}
