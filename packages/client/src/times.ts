/**
 * A point in time as WeCom's pages write it: seconds since 1970-01-01T00:00:00Z as a number
 * (`meeting_start`) or as text (`start_time` of a webinar), or `YYYY-MM-DD HH:mm:ss` in UTC+8
 * (`enroll_time`).
 */
export type WeComTime = number | string

/**
 * A point in time as a `Date`, whichever of the three ways it is written in.
 *
 * @throws RangeError if it is written in no such way. 0, which WeCom gives for "never", is 1970.
 * @example
 * toDate(meeting.meeting_start)                   // 1600000007
 * toDate(webinar.start_time)                      // '1600000007'
 * toDate(enrollment.enroll_time).toISOString()    // '2023-03-23 10:00:00' → '2023-03-23T02:00:00.000Z'
 */
export function toDate(time: WeComTime): Date {
  const milliseconds = /^\d+$/.test(`${time}`) ? Number(time) * 1000 : fromUtc8(`${time}`)
  const date = new Date(milliseconds)
  if (Number.isNaN(date.getTime())) {
    throw new RangeError(
      `${JSON.stringify(time)} is no time that WeCom writes; expected seconds since 1970, or YYYY-MM-DD HH:mm:ss.`,
    )
  }
  return date
}

/**
 * A point in time as an ISO 8601 instant in UTC, such as `2023-03-23T02:00:00Z`: what
 * `Temporal.Instant.from`, databases and JSON take.
 *
 * @throws RangeError as `toDate`.
 * @example
 * toInstant(enrollment.enroll_time)                          // '2023-03-23T02:00:00Z'
 * Temporal.Instant.from(toInstant(meeting.meeting_start))
 */
export function toInstant(time: WeComTime): string {
  return toDate(time).toISOString().replace('.000Z', 'Z')
}

function fromUtc8(text: string): number {
  const written = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(text)
  return written ? Date.parse(`${written[1]}T${written[2]}+08:00`) : Number.NaN
}
