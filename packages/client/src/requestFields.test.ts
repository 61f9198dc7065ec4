import { describe, expect, test } from 'vitest'
import { fakeWeCom } from '../test/support/fakeWeCom.ts'
import { createWeComClient } from './createWeComClient.ts'
import type { ListMeetingIdsRequest } from './generated/resources.ts'

const day = 86_400
const begin_time = 1_600_000_000

/** What is sent for a request. */
async function sentFor(request: Partial<ListMeetingIdsRequest>): Promise<unknown> {
  const { fetch, calls } = fakeWeCom(() => ({ errcode: 0, errmsg: 'ok', meetingid_list: [] }))
  const wecom = createWeComClient({ accessToken: 'a-token', fetch })
  await wecom.meetings.listIds({ userid: 'u', ...request })
  return calls[0]?.body
}

test('points in time are sent in seconds, a date rounded down', async () => {
  const date = new Date(begin_time * 1000 + 999)
  expect(await sentFor({ begin_time: date })).toEqual({ userid: 'u', begin_time })
  expect(await sentFor({ begin_time, end_time: begin_time + 1 })).toMatchObject({ begin_time })
})

test('what is not given is not sent', async () => {
  expect(await sentFor({ begin_time: undefined } as never)).toEqual({ userid: 'u' })
})

describe('is refused in one sentence:', () => {
  test.each<[string, Partial<ListMeetingIdsRequest>, string]>([
    [
      'more than 180 days',
      { begin_time, end_time: new Date((begin_time + 180 * day + 1) * 1000) },
      `end_time is ${begin_time + 180 * day + 1}; expected at most 180 days after begin_time.`,
    ],
    [
      'milliseconds',
      { begin_time: begin_time * 1000 },
      `begin_time is ${begin_time * 1000}; expected a whole number from 0 to 4294967295.`,
    ],
    [
      'a date that is none',
      { end_time: new Date('never') },
      'end_time is NaN; expected a whole number from 0 to 4294967295.',
    ],
    [
      'text',
      { begin_time: '2020' as never },
      'begin_time is "2020"; expected a whole number from 0',
    ],
    ['null', { begin_time: null as never }, 'begin_time is NaN; expected a whole number from 0'],
    ['too long a page', { limit: 101 }, 'limit is 101; expected a whole number from 1 to 100.'],
  ])('%s', async (_, request, message) => {
    await expect(sentFor(request)).rejects.toThrow(message)
  })
})

test('180 days are sent', async () => {
  const end_time = begin_time + 180 * day
  expect(await sentFor({ begin_time, end_time })).toMatchObject({ end_time })
})

function clientOfFake() {
  const { fetch, calls } = fakeWeCom(() => ({ errcode: 0, errmsg: 'ok', meetingid_list: [] }))
  return { ...createWeComClient({ accessToken: 'a-token', fetch }), calls }
}

describe('what is wrong about a request rejects', () => {
  type Client = ReturnType<typeof clientOfFake>

  test.each<[string, (wecom: Client) => (request: never) => PromiseLike<unknown>]>([
    ['meetings.get', ({ meetings }) => meetings.get],
    ['meetings.listIds', ({ meetings }) => meetings.listIds],
    ['enrollments.list', ({ webinars }) => webinars.enrollments.list],
    ['enrollments.review', ({ webinars }) => webinars.enrollments.review],
  ])('%s', async (_, methodOf) => {
    const wecom = clientOfFake()
    for (const request of [undefined, null, 'm', ['m'], new Map()]) {
      // Not within `expect`: thrown at once, it would count as rejected.
      const sent = methodOf(wecom)(request as never)
      await expect(sent).rejects.toThrow(/^request is .*; expected (an|a plain) object/)
    }
    expect(wecom.calls).toEqual([])
  })

  test('in each use of a list, and nothing is unhandled where there is none', async () => {
    const { meetings } = clientOfFake()
    const list = meetings.listIds({ userid: 'u', limit: 0 })
    const told = /^limit is 0/
    await expect(list).rejects.toThrow(told)
    await expect(list.toArray()).rejects.toThrow(told)
    await expect(list.withResponse()).rejects.toThrow(told)
    await expect(list.pages().next()).rejects.toThrow(told)
    meetings.listIds({ userid: 'u', limit: 0 })
  })
})

test('a list asks for what its request was when it was made', async () => {
  const { meetings, calls } = clientOfFake()
  const request = { userid: 'u' }
  const list = meetings.listIds(request)
  request.userid = 'another'
  await list
  expect(calls[0]?.body).toEqual({ userid: 'u' })
})
