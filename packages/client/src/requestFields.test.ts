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
