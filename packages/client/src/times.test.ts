import { expect, test } from 'vitest'
import { toDate, toInstant } from './times.ts'

test.each<[number | string, string]>([
  [1600000007, '2020-09-13T12:26:47Z'],
  ['166666666', '1975-04-14T00:17:46Z'],
  [0, '1970-01-01T00:00:00Z'],
  ['2023-03-23 10:00:00', '2023-03-23T02:00:00Z'],
  ['2024-03-01 07:59:59', '2024-02-29T23:59:59Z'],
  [16888888888, '2505-03-10T06:01:28Z'],
])('%j is %s', (time, instant) => {
  expect(toInstant(time)).toBe(instant)
  expect(toDate(time)).toEqual(new Date(instant))
})

test.each([
  '',
  'soon',
  '2023-03-23',
  '2023-03-23T10:00:00',
  '2023-13-23 10:00:00',
  '2023-03-23 25:00:00',
  ' 1600000007',
  -1,
  1.5,
  Number.NaN,
  '99999999999999999999',
])('%j is no time', (time) => {
  expect(() => toDate(time)).toThrow(RangeError)
  expect(() => toInstant(time)).toThrow(/expected seconds since 1970/)
})
