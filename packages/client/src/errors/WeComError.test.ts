import { expect, test } from 'vitest'
import { NotFoundError, TimeoutError } from '../index.ts'
import { isWeComError, WeComError } from './WeComError.ts'

test('isWeComError knows every class of this package', () => {
  expect(isWeComError(new WeComError('no'))).toBe(true)
  expect(isWeComError(new NotFoundError('no'))).toBe(true)
  expect(isWeComError(new TimeoutError('no'))).toBe(true)
})

test.each([[new Error('no')], [{ name: 'WeComError' }], [null], [undefined], ['text'], [7]])(
  '%s is none',
  (value) => {
    expect(isWeComError(value)).toBe(false)
  },
)

test('a cause is there only if there is one', () => {
  expect(new WeComError('no')).not.toHaveProperty('cause')
  expect(new WeComError('no', { cause: new Error('why') }).cause).toEqual(new Error('why'))
})
