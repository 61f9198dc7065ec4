import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import type { INodeParameters } from 'n8n-workflow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Execution, execute } from '../../../../test/support/execute.mts'

const joined = { total_join_count: 1, cumulative_time: 60 }
const absent = { total_join_count: 0, cumulative_time: 0 }

const attendees = {
  member: [
    { userid: 'lisi', status: 1, ...joined },
    { userid: 'wangwu', status: 2, ...absent },
    { userid: 'zhaoliu', status: 1, ...joined },
  ],
  tmp_external_user: [
    { tmp_external_userid: 'wo1', status: 4, ...joined },
    { tmp_external_userid: 'wo2', status: 3, ...absent },
    { tmp_external_userid: 'wo3', status: 2, ...joined },
  ],
}

let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer()
})

afterAll(() => mock.close())

describe('Meeting → Get Attendees', () => {
  it.each([1, 2])('gives everybody unless told otherwise, in version %d', async (version) => {
    expect(await idsFrom({}, { version })).toEqual([
      'lisi',
      'wangwu',
      'zhaoliu',
      'wo1',
      'wo2',
      'wo3',
    ])
  })

  it('gives a model 50 of a long list unless told otherwise', async () => {
    const member = Array.from({ length: 60 }, (_, index) => ({
      userid: `user${index}`,
      status: 1,
      ...joined,
    }))
    const asTool = { listed: { member }, asTool: true }
    expect(await idsFrom({}, asTool)).toHaveLength(50)
    expect(await idsFrom({ returnAll: true }, asTool)).toHaveLength(60)
    expect(await idsFrom({}, { ...asTool, version: 1 })).toHaveLength(60)
    expect(await idsFrom({}, { ...asTool, asTool: false })).toHaveLength(60)
  })

  it('gives as many as the limit allows', async () => {
    expect(await idsFrom({ returnAll: false, limit: 2 })).toEqual(['lisi', 'wangwu'])
  })

  it.each([1, 2])('leaves out who did not attend, in version %d', async (version) => {
    const options = { attendedOnly: true }
    expect(await idsFrom({ options }, { version })).toEqual(['lisi', 'zhaoliu', 'wo1'])
    const limited = { options, returnAll: false, limit: 2 }
    expect(await idsFrom(limited, { version })).toEqual(['lisi', 'zhaoliu'])
  })

  it('says above the output that nobody of those invited attended', async () => {
    const notices: string[] = []
    const listed = { member: attendees.member.slice(1, 2) }
    const options = { attendedOnly: true }
    expect(await idsFrom({ options }, { listed, notices })).toEqual([])
    expect(notices).toEqual([expect.stringContaining('1 person for this meeting, and none')])
  })
})

async function idsFrom(
  parameters: INodeParameters,
  { listed = attendees, ...execution }: Partial<Execution> & { listed?: object } = {},
): Promise<unknown[]> {
  const { meetingid } = mock.addMeeting({ attendees: listed })
  const meeting = { mode: 'id', value: meetingid }
  const asked = { resource: 'meeting', operation: 'getAttendees', meeting, ...parameters }
  const items = await execute({ wecom: mock, parameters: asked, ...execution })
  return items.map(({ json }) => json.userid ?? json.tmp_external_userid)
}
