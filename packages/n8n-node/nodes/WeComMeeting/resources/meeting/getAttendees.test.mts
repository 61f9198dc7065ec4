import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import type { INodeExecutionData } from 'n8n-workflow'
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

    expect(output).toEqual([
      {
        json: {
          attendee_type: 'member',
          userid: 'lisi',
          status: 1,
          status_name: 'Attended',
          ...attendance,
        },
        pairedItem: { item: 0 },
      },
      {
        json: {
          attendee_type: 'tmp_external_user',
          tmp_external_userid: 'wo1',
          status: 4,
          status_name: '4',
          ...attendance,
        },
        pairedItem: { item: 0 },
      },
    ])
  })

  it('writes times as ISO 8601 on request', async () => {
    const [item] = await attendeesOf(
      { member: [{ userid: 'lisi', status: 1, ...attendance }] },
      { isoTimes: true },
    )
    expect(item?.json).toMatchObject({
      first_join_time: '2026-03-14T16:00:00.000+08:00',
      cumulative_time: 3600,
    })
  })

  it('gives no item where nobody attended, and says so above the output', async () => {
    const notices: string[] = []
    expect(await attendeesOf({}, {}, notices)).toEqual([])
    expect(notices).toEqual([expect.stringContaining('no attendee')])
  })
})

async function attendeesOf(
  attendees: object,
  options = {},
  notices: string[] = [],
): Promise<INodeExecutionData[]> {
  const { meetingid } = mock.addMeeting({ attendees })
  return execute({
    wecom: mock,
    notices,
    parameters: {
      resource: 'meeting',
      operation: 'getAttendees',
      meeting: { mode: 'id', value: meetingid },
      options,
    },
  })
}
