import {
  createWeComClient,
  EnrollmentAction,
  EnrollmentStatusFilter,
  NotFoundError,
  type WeComClient,
} from '@wecom-meeting/client'
import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import { beforeEach, describe, expect, test } from 'vitest'

let mock: MockServer
let wecom: WeComClient

beforeEach(async () => {
  mock = await startMockServer()
  const { url: baseUrl, corpId, corpSecret } = mock
  wecom = createWeComClient({ baseUrl, corpId, corpSecret, sleep: async () => {} })
  return () => mock.close()
})

describe('enrollments', () => {
  const all = Array.from({ length: 130 }, (_, index) => ({ enroll_id: `e${index}`, status: 1 }))

  test('that are approved, in parts, are listed as approved', async () => {
    const { meetingid } = mock.addWebinar({ enrollments: all })
    const enroll_id_list = all.slice(0, 120).map(({ enroll_id }) => enroll_id)
    const review = await wecom.webinars.enrollments.review(
      {
        meetingid,
        enroll_id_list: [...enroll_id_list, 'nobody'],
        action: EnrollmentAction.Approve,
      },
      { batchSize: 50 },
    )
    expect(review).toEqual({ handled_count: 120, unhandled_count: 1 })
    const status = EnrollmentStatusFilter.Approved
    const approved = await wecom.webinars.enrollments.list({ meetingid, status }).toArray()
    expect(approved.map(({ enroll_id }) => enroll_id)).toEqual(enroll_id_list)
    expect(mock.requests({ operation: 'reviewWebinarEnrollments' })).toHaveLength(3)
  })

  test('are approved although the response to it is lost', async () => {
    const { meetingid } = mock.addWebinar({ enrollments: all })
    mock.fault({ operation: 'reviewWebinarEnrollments', drop: 'middle', times: 2 })
    const action = EnrollmentAction.Approve
    const request = { meetingid, enroll_id_list: ['e0'], action }
    expect(await wecom.webinars.enrollments.review(request)).toMatchObject({ handled_count: 1 })
    expect(mock.enrollments(meetingid)[0]).toMatchObject({ status: 3 })
  })

  test('that nobody knows are refused', async () => {
    const { meetingid } = mock.addWebinar({ enrollments: all })
    const request = { meetingid, enroll_id_list: ['nobody'], action: EnrollmentAction.Reject }
    const refused = wecom.webinars.enrollments.review(request)
    await expect(refused).rejects.toBeInstanceOf(NotFoundError)
    await expect(refused).rejects.toMatchObject({ errcode: 730006 })
  })
})

test("a member's meetings are listed, awaited, iterated and page by page", async () => {
  const start = new Date('2026-03-01T00:00:00Z')
  const meetingids = Array.from({ length: 7 }, (_, index) => `m${index}`)
  for (const meetingid of meetingids) {
    mock.addMeeting({ meetingid, admin_userid: 'zhangsan', meeting_start: start.getTime() / 1000 })
  }
  const list = wecom.meetings.listIds({ userid: 'zhangsan', begin_time: start, limit: 3 })
  expect(await list).toMatchObject({ has_more: true, meetingid_list: ['m0', 'm1', 'm2'] })
  expect(await list.toArray()).toEqual(meetingids)
  const sizes: number[] = []
  for await (const { meetingid_list } of list.pages()) sizes.push(meetingid_list.length)
  expect(sizes).toEqual([3, 3, 1])
  const seen: string[] = []
  for await (const meetingid of list) seen.push(meetingid)
  expect(seen).toEqual(meetingids)
})
