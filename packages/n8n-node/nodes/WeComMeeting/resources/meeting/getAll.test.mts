import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import { type INodeParameters, tryToParseDateTime } from 'n8n-workflow'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { execute, failureOf } from '../../../../test/support/execute.mts'

const userid = 'wangfang'
const parameters = { resource: 'meeting', operation: 'getAll', userId: userid, returnAll: true }
const period = { beginTime: '2026-03-01T00:00:00', endTime: '2026-04-01T00:00:00' }

let mock: MockServer

beforeEach(async () => {
  mock = await startMockServer()
  for (const day of [10, 11, 12]) {
    const meeting_start = Date.parse(`2026-03-${day}T16:00:00+08:00`) / 1000
    mock.addMeeting({
      meetingid: `m${day}`,
      title: `周会 ${day}`,
      meeting_start,
      admin_userid: userid,
    })
  }
})

afterEach(() => mock.close())

const get = async (asked: INodeParameters, notices: string[] = []) => {
  const output = await execute({ wecom: mock, parameters: { ...parameters, ...asked }, notices })
  return output.map(({ json }) => json)
}
const asked = () => mock.requests({ operation: 'listMeetingIds' }).map(({ body }) => body)

describe('Meeting → Get Many', () => {
  it('gives the IDs of the meetings in the period, in the time zone of the workflow', async () => {
    expect(await get(period)).toEqual([10, 11, 12].map((day) => ({ meetingid: `m${day}` })))
    const [begin_time, end_time] = ['2026-03-01', '2026-04-01'].map(
      (day) => Date.parse(`${day}T00:00:00+08:00`) / 1000,
    )
    expect(asked()).toEqual([{ userid, begin_time, end_time, limit: 100 }])
    expect(mock.requests({ operation: 'getMeeting' })).toEqual([])
  })

  it('takes the times that expressions give', async () => {
    const beginTime = tryToParseDateTime(period.beginTime, 'Asia/Shanghai')
    await execute({
      wecom: mock,
      parameters,
      itemParameters: () => ({ beginTime, endTime: '2026-04-01' }) as never,
    })
    const invalid = { beginTime: new Date('soon') } as never
    const { message } = await failureOf({ wecom: mock, parameters, itemParameters: () => invalid })
    expect(message).toContain('Begin Time is null; expected a date and time such as 2026')
    const begin_time = Date.parse('2026-03-01T00:00:00+08:00') / 1000
    expect(asked()).toMatchObject([{ begin_time }])
  })

  it.each([
    ['2026-03-08T02:30:00', '2026-03-08T03:30:00-04:00'],
    ['2026-03-08 01:59', '2026-03-08T01:59:00-05:00'],
    ['2026-11-01T01:30:00-05:00', '2026-11-01T01:30:00-05:00'],
    ['2026-03-08 12:00:00.000 +08:00', '2026-03-08T12:00:00+08:00'],
    ['2026-03-08T12:00Z', '2026-03-08T12:00:00Z'],
    ['2026-03', '2026-03-01T00:00:00-05:00'],
  ])('takes %s in New York for %s', async (beginTime, time) => {
    const asking = { ...parameters, beginTime }
    await execute({ wecom: mock, parameters: asking, timeZone: 'America/New_York' })
    expect(asked()).toMatchObject([{ begin_time: Date.parse(time) / 1000 }])
  })

  it('gives the details of each as Get does', async () => {
    const meetings = await get({ ...period, details: true })
    const one = { resource: 'meeting', operation: 'get', meeting: { mode: 'id', value: 'm11' } }
    const [{ json } = { json: {} }] = await execute({ wecom: mock, parameters: one })
    expect(meetings).toHaveLength(3)
    expect(meetings[1]).toEqual(json)
    const [raw] = await get({ ...period, details: true, simplify: false })
    expect(raw).toMatchObject({ meetingid: 'm10', settings: {} })
  })

  it('gives one that WeCom no longer gives without details, and says so', async () => {
    mock.fault({ operation: 'getMeeting', errcode: 730008, times: 1 })
    const notices: string[] = []
    const meetings = await get({ ...period, details: true }, notices)
    expect(meetings.map(({ meetingid }) => meetingid)).toEqual(['m10', 'm11', 'm12'])
    expect(meetings.filter(({ title }) => title === null)).toHaveLength(1)
    expect(notices).toEqual(['WeCom gives no details of 1 of the meetings that it lists.'])
  })

  it('fails where the details cannot be read for another reason', async () => {
    mock.fault({ operation: 'getMeeting', errcode: 48002 })
    const failing = { wecom: mock, parameters: { ...parameters, ...period, details: true } }
    expect((await failureOf(failing)).message).toContain('48002')
  })

  it('reads as many as the limit says', async () => {
    expect(await get({ ...period, returnAll: false, limit: 2 })).toHaveLength(2)
    expect(asked()).toMatchObject([{ limit: 2 }])
  })

  it.each<[INodeParameters]>([
    [{}],
    [{ beginTime: period.beginTime }],
    [{ endTime: period.endTime }],
  ])('asks for the longest period where an end of it is open: %j', async (times) => {
    await get(times)
    const [{ begin_time, end_time }] = asked() as [{ begin_time: number; end_time: number }]
    expect(end_time - begin_time).toBe(180 * 86_400)
  })

  it('says that there is none', async () => {
    const notices: string[] = []
    expect(await get({ ...period, userId: 'nobody' }, notices)).toEqual([])
    expect(notices).toEqual(['WeCom lists no meeting of this member in this period.'])
  })

  it('says it once, however many items ask', async () => {
    const notices: string[] = []
    const asking = { ...parameters, ...period, userId: 'nobody' }
    await execute({ wecom: mock, parameters: asking, notices, items: 100 })
    expect(notices).toHaveLength(1)
  })

  it.each<[INodeParameters, string]>([
    [{ userId: '' }, 'User ID is empty: enter one'],
    [{ beginTime: 'soon' }, 'Begin Time is "soon"; expected a date and time such as 2026'],
    [{ beginTime: '2026-02-30' }, 'Begin Time is "2026-02-30"; expected a date and time'],
    [{ beginTime: '2026-3-1' }, 'Begin Time is "2026-3-1"; expected a date and time'],
    [{ endTime: '2026-03-01 10:00 pm' }, 'End Time is "2026-03-01 10:00 pm"; expected a date and'],
    [{ beginTime: '9999-01-01' }, 'Begin Time is 253370736000; expected a whole number from 0 to'],
    [
      { beginTime: '2026-01-01', endTime: '2026-12-31' },
      'End Time is 1798646400; expected at most 180 days after Begin Time.',
    ],
  ])('refuses %j in a sentence', async (odd, said) => {
    const { message } = await failureOf({ wecom: mock, parameters: { ...parameters, ...odd } })
    expect(message).toContain(said)
  })
})
