import { expect, test } from 'vitest'
import { refused } from '../test/support/fakeWeCom.ts'
import { createWeComClient } from './createWeComClient.ts'
import { NotFoundError, WeComApiError, WeComError } from './errors.ts'

/** The error of a call that WeCom returns `body` for. */
async function errorOf(body: object): Promise<WeComApiError> {
  const fetch = async () => Response.json(body)
  const wecom = createWeComClient({ accessToken: 'a-token', fetch, sleep: async () => {} })
  return wecom.meetings.get({ meetingid: 'm' }).then(
    () => expect.unreachable('the call should have failed'),
    (error) => error,
  )
}

test.each([
  [-1, 'ServerBusyError', true],
  [40001, 'AuthenticationError', false],
  [40014, 'AuthenticationError', false],
  [40058, 'InvalidRequestError', false],
  [45009, 'RateLimitError', true],
  [45033, 'RateLimitError', true],
  [48002, 'PermissionError', false],
  [60020, 'PermissionError', false],
  [90602, 'NotFoundError', false],
])('%i becomes a %s, retryable %s', async (errcode, name, retryable) => {
  expect(await errorOf(refused(errcode))).toMatchObject({ errcode, name, retryable })
})

test('it says what went wrong, where, and what to do', async () => {
  const error = await errorOf(refused(60020, 'not allow to access from your ip'))
  expect(error.message).toBe(
    'WeCom refused getMeeting with 60020: not allow to access from your ip',
  )
  expect(error.operation).toBe('getMeeting')
  expect(error.fix).toContain('Add 203.0.113.7 to the app')
  expect(error.hint).toBe('1732271470123456789012345')
  expect(error.helpUrl).toBe('https://open.work.weixin.qq.com/devtool/query?e=60020')
})

test('a refusal without an errmsg ends with its errcode', async () => {
  expect(await errorOf({ errcode: 60020 })).toMatchObject({
    message: 'WeCom refused getMeeting with 60020',
    errmsg: '',
  })
})

test('an errmsg that names no address still leaves a readable fix', async () => {
  expect((await errorOf({ errcode: 60020, errmsg: 'no' })).fix).toContain("the caller's address")
})

test('a number that the catalogue does not know is a plain WeComApiError with its look-up page', async () => {
  const error = await errorOf({ errcode: 730099, errmsg: 'something new' })
  expect(error.constructor).toBe(WeComApiError)
  expect(error.fix).toContain(error.helpUrl)
  expect(error.retryable).toBe(false)
})

test('a response without an errmsg is told apart by its number', async () => {
  expect(await errorOf({ errcode: 90602 })).toMatchObject({ errcode: 90602, errmsg: '' })
})

test('the classes are each other’s parents', async () => {
  const error = await errorOf(refused(90602))
  expect(error).toBeInstanceOf(NotFoundError)
  expect(error).toBeInstanceOf(WeComApiError)
  expect(error).toBeInstanceOf(WeComError)
  expect(error).toBeInstanceOf(Error)
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:203.0.113.7', '203.0.113.7'],
  ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8::7', '2001:db8::7'],
  ['::ffff:cb00:7107', '203.0.113.7'],
  ['::FFFF:CB00:7107', '203.0.113.7'],
  ['0:0:0:0:0:ffff:cb00:7107', '203.0.113.7'],
  ['::ffff:0:7', '0.0.0.7'],
  ['203.0.113.7:443', '203.0.113.7'],
  ['[::ffff:203.0.113.7]', '203.0.113.7'],
  ['[::ffff:203.0.113.7]:443', '203.0.113.7'],
  ['[2001:db8::7]:443', '2001:db8::7'],
  ['2001:db8::ffff:cb00:7107', '2001:db8::ffff:cb00:7107'],
])('the caller %s is the address %s to add', async (from, address) => {
  const error = await errorOf({ errcode: 60020, errmsg: `not allow, from ip: ${from}, more info` })
  expect(error.fix).toContain(`Add ${address} to the app`)
})

test.each([
  ['an object', { toString: 1, valueOf: 1 }, ''],
  ['a list', [{ toString: null }], ''],
  ['null', null, ''],
  ['a number', 7, '7'],
  ['true', true, 'true'],
])('an errmsg that is %s does no harm', async (_, errmsg, text) => {
  expect(await errorOf({ errcode: 90602, errmsg })).toMatchObject({
    name: 'NotFoundError',
    errmsg: text,
  })
})

test.each([
  ['hint: ['.repeat(80_000), undefined],
  [`hint: [7]${'hint: ['.repeat(80_000)}`, '7'],
  ['from ip: '.repeat(80_000), undefined],
  [`from ip: ${'0:'.repeat(80_000)}`, undefined],
  [`from ip: ${':'.repeat(160_000)}`, undefined],
])('of an errmsg of half a megabyte the beginning is read, at once', async (long, hint) => {
  const error = await errorOf({ errcode: 60020, errmsg: long })
  expect(error.hint).toBe(hint)
  expect(error.errmsg).toBe(`${long.slice(0, 10_000)}…`)
})
