import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../../../test/support/execute.mts'

const attendance = {
  first_join_time: 1_773_475_200,
  last_quit_time: 1_773_478_800,
  total_join_count: 2,
  cumulative_time: 3600,
}

let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer()
})

afterAll(() => mock.close())

describe('Meeting → Get Attendees', () => {
  it('gives an item for each, members and external users told apart', async () => {
    const output = await attendeesOf({
      member: [{ userid: 'lisi', status: 1, ...attendance }],
      tmp_external_user: [{ tmp_external_userid: 'wo1', status: 4, ...attendance }],
    })

    const place = {
      meetingid: expect.any(String),
      meeting_code: expect.any(String),
      title: '周会',
      sub_meetingid: null,
    }
    const attended = {
      first_join_time: '2026-03-14T16:00:00.000+08:00',
      last_quit_time: '2026-03-14T17:00:00.000+08:00',
      total_join_count: 2,
      cumulative_time_seconds: 3600,
    }
    expect(output.map(({ json }) => json)).toEqual([
      {
        ...place,
        attendee_type: 'member',
        userid: 'lisi',
        tmp_external_userid: null,
        status: 1,
        status_name: 'Attended',
        ...attended,
      },
      {
        ...place,
        attendee_type: 'tmp_external_user',
        userid: null,
        tmp_external_userid: 'wo1',
        status: 4,
        status_name: '4',
        ...attended,
      },
    ])
    expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }])
  })

  it('gives the same columns for everybody, also where Simplify is off', async () => {
    const attendees = {
      member: [{ userid: 'lisi', status: 2, total_join_count: 0, cumulative_time: 0 }],
      tmp_external_user: [{ tmp_external_userid: 'wo1', status: 1, ...attendance }],
    }
    const items = await attendeesOf(attendees, { simplify: false })
    const [columns, others] = items.map(({ json }) => Object.keys(json))
    expect(others).toEqual(columns)
    expect(items.map(({ json }) => json)).toMatchObject([
      { tmp_external_userid: null, status_name: 'Not Attended', first_join_time: null },
      { userid: null, cumulative_time: 3600, first_join_time: 1_773_475_200 },
    ])
  })

  it('gives null for the times of somebody who never joined', async () => {
    const never = { first_join_time: 0, last_quit_time: 0, total_join_count: 0, cumulative_time: 0 }
    const [item] = await attendeesOf({ member: [{ userid: 'lisi', status: 2, ...never }] })
    expect(item?.json).toMatchObject({
      status_name: 'Not Attended',
      first_join_time: null,
      last_quit_time: null,
      cumulative_time_seconds: 0,
    })
  })

  it.each<[INodeParameters, string | number]>([
    [{}, '2026-03-14T16:00:00.000+08:00'],
    [{ options: { isoTimes: false } }, '2026-03-14T16:00:00.000+08:00'],
    [{ simplify: false, options: { isoTimes: true } }, '2026-03-14T16:00:00.000+08:00'],
    [{ simplify: false }, 1_773_475_200],
  ])('has times as ISO 8601, and as WeCom sends them without Simplify: %j', async (set, time) => {
    const [item] = await attendeesOf(
      { member: [{ userid: 'lisi', status: 1, ...attendance }] },
      set,
    )
    expect(item?.json).toMatchObject({ first_join_time: time })
  })

  it('gives no item where nobody attended, and says so above the output', async () => {
    const notices: string[] = []
    expect(await attendeesOf({}, {}, notices)).toEqual([])
    expect(notices).toEqual([expect.stringContaining('no attendee')])
  })
})

async function attendeesOf(
  attendees: object,
  parameters: INodeParameters = {},
  notices: string[] = [],
): Promise<INodeExecutionData[]> {
  const { meetingid } = mock.addMeeting({ title: '周会', attendees })
  return execute({
    wecom: mock,
    notices,
    parameters: {
      resource: 'meeting',
      operation: 'getAttendees',
      meeting: { mode: 'id', value: meetingid },
      ...parameters,
    },
  })
}
