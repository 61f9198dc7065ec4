import { createWeComClient } from '@wecom-meeting/client'
import { startMockServer } from '@wecom-meeting/mock-server'
import { expect, test } from 'vitest'

test('everybody who enrolled is found, through all pages', async () => {
  await using mock = await startMockServer() // a free port, its own data, closed with the test
  const { url: baseUrl, corpId, corpSecret } = mock
  const wecom = createWeComClient({ baseUrl, corpId, corpSecret })
  const { meetingid } = mock.addWebinar({ title: '秋季发布会', enrollments: 120 })

  const names: string[] = []
  for await (const { nick_name } of wecom.webinars.enrollments.list({ meetingid })) {
    names.push(nick_name)
  }

  expect(names).toHaveLength(120)
  expect(mock.requests({ operation: 'listWebinarEnrollments' })).toHaveLength(3)
})

test.concurrent.for([1, 2, 3])('servers run side by side and share nothing: %i', async (count) => {
  await using mock = await startMockServer()
  mock.addWebinar({ meeting_code: '600000001', title: `Webinar ${count}` })
  const { url: baseUrl, corpId, corpSecret } = mock
  const wecom = createWeComClient({ baseUrl, corpId, corpSecret })

  const { title } = await wecom.webinars.get({ meeting_code: '600000001' })

  expect(title).toBe(`Webinar ${count}`)
})

test('a token that WeCom ends early is renewed without anybody noticing', async () => {
  await using mock = await startMockServer()
  const { url: baseUrl, corpId, corpSecret, meetings } = mock
  const wecom = createWeComClient({ baseUrl, corpId, corpSecret })
  const meetingid = String(meetings.at(-1)?.meetingid)

  const before = await wecom.meetings.get({ meetingid })
  mock.expireTokens()

  expect(await wecom.meetings.get({ meetingid })).toEqual(before)
  expect(mock.requests({ operation: 'getToken' })).toHaveLength(2)
})
