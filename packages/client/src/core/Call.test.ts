import { expect, test } from 'vitest'
import { toCall } from './Call.ts'

const response = new Response()

test('awaited, a call gives the data', async () => {
  expect(await toCall(Promise.resolve({ data: 7, response }))).toBe(7)
})

test('withResponse gives the response too', async () => {
  const both = await toCall(Promise.resolve({ data: 7, response })).withResponse()
  expect(both).toEqual({ data: 7, response })
})

test('a failure reaches whoever awaits the call', async () => {
  await expect(toCall(Promise.reject(new Error('no')))).rejects.toThrow('no')
})

// The run itself fails on an unhandled rejection.
test('a failure that withResponse reports is reported there alone', async () => {
  await expect(toCall(Promise.reject(new Error('no'))).withResponse()).rejects.toThrow('no')
})
