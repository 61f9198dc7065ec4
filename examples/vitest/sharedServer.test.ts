import { createWeComClient } from '@wecom-meeting/client'
import { startMockServer } from '@wecom-meeting/mock-server'
import { afterAll, expect, test } from 'vitest'

const mock = await startMockServer() // one for all tests of this file
afterAll(() => mock.close())

test('a webinar that is cancelled is no longer announced', async () => {
  using corp = mock.addCorp({ enrollments: 3 }) // a world of its own, removed with the test
  const { url: baseUrl, corpId, corpSecret } = corp
  const wecom = createWeComClient({ baseUrl, corpId, corpSecret })

  const { meetingid } = corp.addWebinar({ title: '秋季发布会' })
  corp.updateWebinar(meetingid, { status: 'MEETING_STATE_CANCELLED' })

  expect((await wecom.webinars.get({ meetingid })).status).toBe('MEETING_STATE_CANCELLED')
  expect(corp.requests({ operation: 'getWebinar' })).toHaveLength(1)
})

test.concurrent.for([1, 2, 3])('tests side by side do not see each other: %i', async (count) => {
  using corp = mock.addCorp()
  const { url: baseUrl, corpId, corpSecret } = corp
  const wecom = createWeComClient({ baseUrl, corpId, corpSecret })
  corp.addMeeting({ meetingid: 'weekly', title: `Meeting ${count}` })

  expect((await wecom.meetings.get({ meetingid: 'weekly' })).title).toBe(`Meeting ${count}`)

  corp.advanceClock(7200) // its token expires, the other corps' do not
  await wecom.meetings.get({ meetingid: 'weekly' })
  expect(corp.requests({ operation: 'getToken' })).toHaveLength(2)
})
