import { expect, test } from 'vitest'
import { fakeWeCom } from '../test/support/fakeWeCom.ts'
import { createWeComClient, EnrollmentStatus } from './index.ts'
import { createFakeClient, forgetTokens } from './testing.ts'

test('a fake gives what it is told, through a real client', async () => {
  const wecom = createFakeClient({
    getWebinar: { subject: '秋季发布会' },
    getMeeting: { errcode: 90602, errmsg: 'invalid meetingid' },
    listWebinarEnrollments: ({ meetingid, cursor }) =>
      cursor
        ? { has_more: false, enroll_list: [{ enroll_id: `${meetingid}-2` }] }
        : { has_more: true, next_cursor: 'c', enroll_list: [{ enroll_id: 1 }] },
    '/cgi-bin/user/get': { name: '张三' },
  })
  expect((await wecom.webinars.get({ meetingid: 'w' })).title).toBe('秋季发布会')
  await expect(wecom.meetings.get({ meetingid: 'm' })).rejects.toMatchObject({
    name: 'NotFoundError',
    message: 'WeCom refused getMeeting with 90602: invalid meetingid',
  })
  const enrollments = await wecom.webinars.enrollments.list({ meetingid: 'w' }).toArray()
  expect(enrollments.map(({ enroll_id }) => enroll_id)).toEqual(['1', 'w-2'])
  expect(await wecom.request('/cgi-bin/user/get')).toEqual({ name: '张三' })
})

test('a call that it has no response for says so', async () => {
  const wecom = createFakeClient({})
  await expect(wecom.meetings.get({ meetingid: 'm' })).rejects.toMatchObject({
    name: 'ConnectionError',
    message: 'createFakeClient was given no response for getMeeting; add one under this name.',
    operation: 'getMeeting',
  })
})

test('it has the settings of a client', async () => {
  let attempts = 0
  const settings = { maxRetries: 2, hooks: { onRequest: () => void attempts++ } }
  const wecom = createFakeClient({ getMeeting: { errcode: -1, errmsg: 'busy' } }, settings)
  await expect(wecom.meetings.get({ meetingid: 'm' })).rejects.toThrow('-1')
  expect(attempts).toBe(3)
})

test('what does not fit the operation does not compile', () => {
  // @ts-expect-error a title is text
  createFakeClient({ getWebinar: { title: 7 } })
  // @ts-expect-error no such operation
  createFakeClient({ getWebinars: {} })
  createFakeClient({ listWebinarEnrollments: () => ({ enroll_list: [] }) })
  createFakeClient({
    listWebinarEnrollments: {
      enroll_list: [{ enroll_id: '1', status: EnrollmentStatus.Approved, nick_name: '张三' }],
    },
  })
})

test('tokens are forgotten on demand', async () => {
  const { fetch, credentials, tokenRequests } = fakeWeCom(() => ({ errcode: 0 }))
  const wecom = createWeComClient({ ...credentials, fetch })
  await wecom.meetings.get({ meetingid: 'm' })
  await wecom.meetings.get({ meetingid: 'm' })
  expect(tokenRequests).toHaveLength(1)
  forgetTokens()
  await wecom.meetings.get({ meetingid: 'm' })
  expect(tokenRequests).toHaveLength(2)
})
