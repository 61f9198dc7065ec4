/* global mock */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { createWeComClient, NotFoundError } from '@wecom-meeting/client'
import { createFakeClient } from '@wecom-meeting/client/testing'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

test('a fake client responds while the clock stands still', async () => {
  const wecom = createFakeClient({
    getWebinar: { title: '秋季发布会' },
    getMeeting: { errcode: 90602, errmsg: 'invalid meetingid' },
  })
  expect((await wecom.webinars.get({ meetingid: 'w' })).title).toBe('秋季发布会')
  await expect(wecom.meetings.get({ meetingid: 'm' })).rejects.toThrow(NotFoundError)
})

test('waits and limits pass as the test lets them', async () => {
  const busy = async () => Response.json({ errcode: -1, errmsg: 'system busy' })
  const wecom = createWeComClient({ accessToken: 'a-token', fetch: busy, maxRetries: 2 })
  const outcome = wecom.meetings.get({ meetingid: 'm' }).catch(({ name }) => name)
  await jest.advanceTimersByTimeAsync(500 + 1000)
  expect(await outcome).toBe('ServerBusyError')

  const silent = () => new Promise(() => {})
  const late = createWeComClient({ accessToken: 'a-token', fetch: silent, deadline: 60_000 })
  const end = late.meetings.get({ meetingid: 'm' }).catch(({ name }) => name)
  await jest.advanceTimersByTimeAsync(60_000)
  expect(await end).toBe('TimeoutError')
  expect(jest.getTimerCount()).toBe(0)
})

test('a real client gets its token and its pages from the mock', async () => {
  const { url: baseUrl, corpId, corpSecret } = mock
  const { meetingid } = mock.addWebinar({ title: '秋季发布会', enrollments: 120 })
  const wecom = createWeComClient({ baseUrl, corpId, corpSecret })
  expect(await wecom.webinars.enrollments.list({ meetingid }).toArray()).toHaveLength(120)
})
