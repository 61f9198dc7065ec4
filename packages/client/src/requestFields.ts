import { checkBody, checkOptions, type Rule, wholeNumber } from './options.ts'

/** The last second that WeCom's 32 bits hold; milliseconds are far beyond. */
const LAST_SECOND = 4_294_967_295

/**
 * Checks a request's numbers and writes its points in time as WeCom does, in seconds; a `Date` is rounded down.
 * Unchecked, what is no number would be sent as null.
 *
 * @param ranges The least and the most that a field may be.
 * @param times The fields that are points in time.
 * @param span How many seconds there may be from the first of them to the last.
 * @returns A copy of the request as it is now.
 * @throws {TypeError} If it is no plain object, a field is not within its range, or two are too far apart.
 */
export async function checkFields<Body extends object>(
  body: Body,
  ranges: Record<string, readonly [least: number, most: number]> = {},
  times: readonly string[] = [],
  span?: number,
): Promise<Body> {
  const rules: Record<string, Rule> = {}
  checkBody('request', body)
  const request = { ...body } as Record<string, number | Date>
  for (const name of times) {
    const time = request[name]
    // Not `instanceof`: a date of another realm is none of this one's.
    if (typeof time === 'object') request[name] = Math.floor(time?.getTime?.() / 1000)
    rules[name] = wholeNumber(0, LAST_SECOND)
  }
  for (const name in ranges) rules[name] = wholeNumber(...(ranges[name] as [number, number]))
  checkOptions(request, rules)
  if (span) {
    const [from = '', to = ''] = times
    const isNear = (end: number) => !(end - (request[from] as number) > span)
    checkOptions(request, { [to]: [isNear, `at most ${span / 86_400} days after ${from}`] })
  }
  return request as Body
}
