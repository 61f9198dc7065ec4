import { describe, expect, test } from 'vitest'
import {
  brokenConnection,
  type FakeResponse,
  fakeWeCom,
  refused,
} from '../test/support/fakeWeCom.ts'
import type { WeComClient } from './client.ts'
import { EnrollmentAction } from './codedValues.ts'
import { createWeComClient } from './createWeComClient.ts'
import type { WeComError } from './errors.ts'
import { operations } from './generated/operations.ts'
import type { CallOptions } from './options.ts'

const unknownPath = '/cgi-bin/meeting/cancel'
const creatingPath = '/cgi-bin/meeting/create'
const reviewed = { meetingid: 'm', enroll_id_list: ['a'], action: EnrollmentAction.Approve }

type Send = (wecom: WeComClient, options?: CallOptions) => PromiseLike<unknown>

const read: Send = (wecom, options) => wecom.meetings.get({ meetingid: 'm' }, options)
const review: Send = (wecom, options) => wecom.webinars.enrollments.review(reviewed, options)
const request: Send = (wecom, options) => wecom.request(unknownPath, { meetingid: 'm' }, options)
const get: Send = (wecom, options) => wecom.request(unknownPath, undefined, options)
const create: Send = (wecom, options) => wecom.request(creatingPath, { title: 't' }, options)
const raw: Send = (wecom, options) =>
  wecom.raw.POST(unknownPath as never, { body: {}, ...options } as never)

/** How often `send` is sent where `respond` is all that comes. */
async function attemptsOf(send: Send, respond: () => FakeResponse, options?: CallOptions) {
  const { fetch, calls } = fakeWeCom(respond)
  const wecom = createWeComClient({ accessToken: 'a-token', fetch, sleep: async () => {} })
  await Promise.resolve(send(wecom, options)).catch(() => {})
  return calls.length
}

/** What the error of `send` says about whether to call again. */
async function retryableAfter(send: Send, respond: () => FakeResponse, options?: CallOptions) {
  const { fetch } = fakeWeCom(respond)
  const wecom = createWeComClient({ accessToken: 'a-token', fetch, maxRetries: 0 })
  const error = await Promise.resolve(send(wecom, options)).catch((thrown: unknown) => thrown)
  return (error as WeComError).retryable
}

const lost: [string, () => FakeResponse][] = [
  ['a broken connection', () => brokenConnection()],
  ['HTTP 502', () => new Response('<html>', { status: 502 })],
  ['an HTML page', () => new Response('<html>')],
]

describe.each(lost)('after %s', (_, respond) => {
  test.each<[string, Send, number]>([
    ['what reads', read, 4],
    ['what sets something', review, 4],
    ['what the spec does not have', request, 1],
    ['what the spec does not have, without a body', get, 1],
    ['what the spec does not have, by `raw`', raw, 1],
  ])('%s is sent %3$i times', async (_what, send, attempts) => {
    expect(await attemptsOf(send, respond)).toBe(attempts)
  })

  test('the caller decides otherwise', async () => {
    for (const send of [request, get, raw]) {
      expect(await attemptsOf(send, respond, { idempotent: true })).toBe(4)
    }
    for (const send of [read, review]) {
      expect(await attemptsOf(send, respond, { idempotent: false })).toBe(1)
    }
  })
})

test.each([
  ...lost,
  ['HTTP 429', () => new Response('', { status: 429 })],
  ['a timeout', () => new Promise<Response>(() => {})],
] as typeof lost)('after %s only what is idempotent is worth another call', async (_, respond) => {
  const options = { timeout: 1 }
  expect(await retryableAfter(read, respond, options)).toBe(true)
  expect(await retryableAfter(read, respond, { ...options, idempotent: false })).toBe(false)
  expect(await retryableAfter(request, respond, options)).toBe(false)
  expect(await retryableAfter(request, respond, { ...options, idempotent: true })).toBe(true)
})

test('a deadline leaves open what WeCom has done', async () => {
  const never = () => new Promise<Response>(() => {})
  expect(await retryableAfter(read, never, { deadline: 1 })).toBe(true)
  expect(await retryableAfter(request, never, { deadline: 1 })).toBe(false)
})

test('what WeCom refuses is worth another call, whatever it does', async () => {
  expect(await retryableAfter(request, () => refused(-1))).toBe(true)
})

test('a timeout is no response either', async () => {
  const never = () => new Promise<Response>(() => {})
  expect(await attemptsOf(request, never, { timeout: 1 })).toBe(1)
  expect(await attemptsOf(read, never, { timeout: 1 })).toBe(4)
})

test('what WeCom refuses it has not done: it is sent again, whatever it does', async () => {
  expect(await attemptsOf(request, () => refused(-1))).toBe(4)
  expect(await attemptsOf(request, () => refused(45033))).toBe(4)
})

test('`idempotent` is true or false', async () => {
  const { fetch } = fakeWeCom(() => ({}))
  const wecom = createWeComClient({ accessToken: 'a-token', fetch })
  await expect(wecom.request(unknownPath, {}, { idempotent: 1 as never })).rejects.toThrow(
    'idempotent is 1; expected true or false.',
  )
})

test('what makes something each time is sent once where no response comes, and again where WeCom refuses', async () => {
  const table = operations as Record<string, unknown>
  table[creatingPath] = ['createMeeting', 'meetingid', 'create']
  try {
    expect(await attemptsOf(create, () => brokenConnection())).toBe(1)
    expect(await attemptsOf(create, () => refused(-1))).toBe(4)
    expect(await attemptsOf(create, () => brokenConnection(), { idempotent: true })).toBe(4)
  } finally {
    delete table[creatingPath]
  }
})
