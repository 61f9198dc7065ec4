import { expect, test } from 'vitest'
import { isWeComError, WeComError } from './errors.ts'
import { NotFoundError, TimeoutError } from './index.ts'

const operation = 'getMeeting'
const refusal = { operation, errcode: 90602, errmsg: 'no', fix: 'f', hint: undefined, helpUrl: 'h' }

test('isWeComError knows every class of this package', () => {
  expect(isWeComError(new WeComError('no', { operation }))).toBe(true)
  expect(isWeComError(new NotFoundError('no', refusal))).toBe(true)
  expect(isWeComError(new TimeoutError('no', { operation }))).toBe(true)
})

test.each([[new Error('no')], [{ name: 'WeComError' }], [null], [undefined], ['text'], [7]])(
  '%s is none',
  (value) => {
    expect(isWeComError(value)).toBe(false)
  },
)

test('a cause is there only if there is one', () => {
  expect(new WeComError('no', { operation })).not.toHaveProperty('cause')
  expect(new WeComError('no', { operation, cause: new Error('why') }).cause).toEqual(
    new Error('why'),
  )
})

test('as JSON an error has its message, its fields and its cause', () => {
  const cause = new Error('why', { cause: new Error('deep') })
  const error = new NotFoundError('gone', { ...refusal, cause })
  expect(JSON.parse(JSON.stringify({ error })).error).toEqual({
    name: 'NotFoundError',
    message: 'gone',
    operation,
    errcode: 90602,
    errmsg: 'no',
    fix: 'f',
    helpUrl: 'h',
    retryable: true,
    isWeComError: true,
    cause: { name: 'Error', message: 'why', cause: { name: 'Error', message: 'deep' } },
  })
})

test('isWeComError knows a clone of what toJSON makes, by which errors go from thread to thread', () => {
  const error = new NotFoundError('gone', { ...refusal, cause: new Error('why') })
  const clone: unknown = structuredClone(error.toJSON())
  expect(isWeComError(clone) && clone.name === 'NotFoundError' && clone.errcode).toBe(90602)
  expect(clone).toMatchObject({ message: 'gone', cause: { message: 'why' } })
})

test('an error of a refusal without what to do does not compile', () => {
  const { fix: _, ...rest } = refusal
  // @ts-expect-error no `fix`
  expect(new NotFoundError('no', rest)).toBeInstanceOf(WeComError)
})
