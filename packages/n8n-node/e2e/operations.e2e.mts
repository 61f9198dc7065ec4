import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { itemsOf, N8nApi } from './support/N8nApi.mts'
import { NODE, nodeWorkflow, START } from './support/nodeWorkflow.mts'

let api: N8nApi
let mock: MockServer
let credential: { id: string; name: string }

beforeAll(async () => {
  api = await N8nApi.asOwner(inject('n8nUrl'))
  mock = await startMockServer()
  const { url: baseUrl, corpId, corpSecret } = mock
  credential = await api.createCredential({ corpId, corpSecret, baseUrl }, 'Operations')
})

afterAll(() => mock.close())

describe('an operation, executed in n8n', () => {
  it('Meeting → Get', async () => {
    const meeting = mock.addMeeting({ title: '周会' })
    const [item] = await run({
      resource: 'meeting',
      operation: 'get',
      meeting: { __rl: true, mode: 'id', value: meeting.meetingid },
    })
    expect(item?.json).toMatchObject({ title: '周会', meeting_code: meeting.meeting_code })
  })

  it('Meeting → Get Attendees', async () => {
    const meeting = mock.addMeeting({})
    const { member, tmp_external_user } = meeting.attendees as Record<string, object[]>
    const items = await run({
      resource: 'meeting',
      operation: 'getAttendees',
      meeting: { __rl: true, mode: 'id', value: meeting.meetingid },
    })
    const ids = items.map(({ json }) => json.userid ?? json.tmp_external_userid)
    expect(ids).toEqual([
      ...(member ?? []).map((one) => Reflect.get(one, 'userid')),
      ...(tmp_external_user ?? []).map((one) => Reflect.get(one, 'tmp_external_userid')),
    ])
    expect(items.length).toBeGreaterThan(2)
  })

  it('Meeting → Get Many', async () => {
    const meeting_start = Math.floor(Date.now() / 1000) + 3600
    const { meetingid } = mock.addMeeting({ title: '月会', meeting_start, admin_userid: 'lina' })
    const parameters = { resource: 'meeting', operation: 'getAll', userId: 'lina', details: true }
    // Dates as an expression gives them.
    const items = await run({ ...parameters, beginTime: '={{ $now.minus({ days: 7 }) }}' })
    expect(items.map(({ json }) => json)).toMatchObject([{ meetingid, title: '月会' }])
  })

  it('Webinar → Get', async () => {
    const webinar = mock.addWebinar({ title: '秋季发布会' })
    const [item] = await run({
      resource: 'webinar',
      operation: 'get',
      webinar: { __rl: true, mode: 'code', value: webinar.meeting_code },
    })
    expect(item?.json).toMatchObject({ title: '秋季发布会', meetingid: webinar.meetingid })
  })

  it('Webinar Enrollment → Get Many', async () => {
    const { meetingid } = mock.addWebinar()
    const enrolled = mock.addEnrollments(meetingid, 120)
    const items = await run({
      resource: 'webinarEnrollment',
      operation: 'getAll',
      webinar: { __rl: true, mode: 'id', value: meetingid },
      returnAll: true,
    })
    expect(items.map(({ json }) => json.enroll_id)).toEqual(
      enrolled.map(({ enroll_id }) => String(enroll_id)),
    )
  })
})

async function run(parameters: INodeParameters): Promise<INodeExecutionData[]> {
  const { id } = await api.createWorkflow(nodeWorkflow(credential, parameters))
  const result = await api.run(id, START)
  expect(result.error).toBeUndefined()
  return itemsOf(result, NODE)
}
