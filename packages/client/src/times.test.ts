import { expect, test } from 'vitest'
import { toDate, toInstant, toWeComTime, type WeComTime } from './times.ts'

test.each<[number | string, string]>([
  [1600000007, '2020-09-13T12:26:47Z'],
  ['166666666', '1975-04-14T00:17:46Z'],
  [0, '1970-01-01T00:00:00Z'],
  ['2023-03-23 10:00:00', '2023-03-23T02:00:00Z'],
  ['2024-03-01 07:59:59', '2024-02-29T23:59:59Z'],
  ['2023/03/23 14:00', '2023-03-23T06:00:00Z'],
  ['2023-03-23 14:00', '2023-03-23T06:00:00Z'],
  ['2023/03/23 14:00:09', '2023-03-23T06:00:09Z'],
  ['2023/3/5 9:05', '2023-03-05T01:05:00Z'],
  ['2023-3-5 9:5:7', '2023-03-05T01:05:07Z'],
  ['2024/2/29 0:00', '2024-02-28T16:00:00Z'],
  [16888888888, '2505-03-10T06:01:28Z'],
  [179888888888, '7670-06-14T07:48:08Z'],
])('%j is %s', (time, instant) => {
  expect(toInstant(time)).toBe(instant)
  expect(toDate(time)).toEqual(new Date(instant))
})

test.each<unknown>([
  '',
  'soon',
  '2023-03-23',
  '2023-03-23T10:00:00',
  '2023-03/23 10:00:00',
  '2023-13-23 10:00:00',
  '2023-00-23 10:00:00',
  '2023-02-30 10:00:00',
  '2023/2/29 10:00',
  '2023-04-31 10:00:00',
  '2023-03-00 10:00:00',
  '2023-03-23 24:00:00',
  '2023-03-23 25:00:00',
  '2023-03-23 10:60:00',
  '2023-03-23 10:00:60',
  '23-03-23 10:00:00',
  '2023-03-23 10:00:00 ',
  '2023-03-23 10:00:00.5',
  ' 1600000007',
  -1,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '99999999999999999999',
  null,
  undefined,
  true,
  {},
  { toString: 1 },
  ['2023-03-23 10:00:00'],
  [1600000007],
  1600000007n,
  Symbol('a'),
])('%# %o is no time', (time) => {
  expect(() => toDate(time as WeComTime)).toThrow(RangeError)
  expect(() => toInstant(time as WeComTime)).toThrow(
    /^[^\n]{1,60} is not a time in WeCom's format; expected seconds since 1970, or YYYY-MM-DD HH:mm:ss in UTC\+8\.$/,
  )
})

test.each([1600000007000, '1600000007000', 1e12])(
  '%j is in milliseconds, and said to be',
  (time) => {
    expect(() => toDate(time)).toThrow(
      new RangeError(
        `${JSON.stringify(time)} is in milliseconds; expected seconds since 1970: divide it by 1000.`,
      ),
    )
  },
)

test('a long text is refused at once, and not repeated in full', () => {
  const long = '1'.repeat(1_000_000)
  for (const time of [long, `${long} `, `2023-03-23 ${long}:00`]) {
    expect(() => toDate(time)).toThrow(/^.{1,150}$/)
  }
})

test('toWeComTime gives whole seconds, which toDate reads back', () => {
  expect(toWeComTime(new Date('2023-03-23T02:00:00.999Z'))).toBe(1_679_536_800)
  expect(toDate(toWeComTime(new Date(1e12)))).toEqual(new Date(1e12))
  for (const none of [new Date('soon'), undefined, null, '2023-03-23', 5])
    expect(() => toWeComTime(none as Date)).toThrow(
      new RangeError('The date is invalid; expected a valid Date.'),
    )
})
