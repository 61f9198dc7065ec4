import { expect, test } from 'vitest'
import { toCall } from './response.ts'

const completed = async () => ({
  data: 7,
  received: {
    ok: true as const,
    status: 203,
    statusText: '',
    headers: new Headers(),
    body: {},
    text: '7',
    clean: String,
  },
})

test('awaited, a call gives the data', async () => {
  expect(await toCall(completed())).toBe(7)
})

test('withResponse gives the response too', async () => {
  const both = await toCall(completed()).withResponse()
  expect(both.data).toBe(7)
  expect(both.response.status).toBe(203)
  expect(await both.response.text()).toBe('7')
})

test('a failure reaches whoever awaits the call', async () => {
  await expect(toCall(Promise.reject(new Error('no')))).rejects.toThrow('no')
})

// The run itself fails on an unhandled rejection.
test('a failure that withResponse reports is reported there alone', async () => {
  await expect(toCall(Promise.reject(new Error('no'))).withResponse()).rejects.toThrow('no')
})
