import { expect, test } from 'vitest'
import { toCall } from './Call.ts'

const ended = async () => ({
  data: 7,
  answer: { text: '7', response: new Response('7', { status: 203 }) },
})

test('awaited, a call gives the data', async () => {
  expect(await toCall(ended())).toBe(7)
})

test('withResponse gives the response too', async () => {
  const both = await toCall(ended()).withResponse()
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
