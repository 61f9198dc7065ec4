import { expect, test } from 'vitest'
import { describeValue, writePlainName } from './describe.ts'

test.each([
  [undefined, 'nothing'],
  [null, 'null'],
  [true, 'boolean'],
  [0, 'an integer'],
  [-1, 'a negative integer'],
  [1.5, 'a number with a fraction'],
  [179888888888, 'an integer beyond 32 bits'],
  ['', 'an empty string'],
  ['王芳', 'a string of 2 characters'],
  ['13512345678', 'a string of 11 digits'],
  ['zhangsan', 'a string of 8 small letters'],
  ['https://meeting.example.com/x', 'a string of 29 characters, a URL'],
  ['2023-03-23 10:00:00', 'a string of 19 characters, a date'],
  [[], 'an empty array'],
  [['a', 1], 'an array of 2: string, integer'],
  [{}, 'an empty object'],
  [{ userid: 'zhangsan', n: 1 }, 'an object with userid: string, n: integer'],
  [{ 王芳: 1 }, 'an object with <2 characters>: integer'],
])('%o is %s', (value, shape) => {
  expect(describeValue(value, writePlainName)).toBe(shape)
})

test('an object with very many fields is named in short', () => {
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`f${index}`, 1]))
  expect(describeValue(many, writePlainName)).toMatch(/f19: integer and 30 more$/)
})
