import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import type { IDataObject, INodeParameters } from 'n8n-workflow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../../../test/support/execute.mts'

let mock: MockServer

beforeAll(async () => {
  mock = await startMockServer()
  mock.addMeeting({
    meetingid: 'm1',
    meeting_code: '987654321',
    title: '周会',
    location: '会议室 3',
    meeting_start: 1_773_475_200,
    status: 3,
  })
})

afterAll(() => mock.close())

describe('Meeting → Get', () => {
  it('gives a few clean fields, each code with its name', async () => {
    const meeting = await get({ meeting: byId('m1') })
    expect(meeting).toEqual({
      meetingid: 'm1',
      meeting_code: '987654321',
      title: '周会',
      sub_meetingid: null,
      meeting_start: '2026-03-14T16:00:00.000+08:00',
      meeting_end: '2026-03-14T17:00:00.000+08:00',
      status: 3,
      status_name: 'Ended',
      meeting_type: 0,
      meeting_type_name: 'One Time',
      meeting_duration_seconds: 3600,
      description: expect.any(String),
      location: '会议室 3',
      meeting_link: expect.stringContaining('https://example.com/meeting/'),
      creator_userid: null,
      admin_userid: expect.any(String),
      current_sub_meetingid: null,
      remain_sub_meetings: null,
      hosts: [expect.any(String)],
      sub_meetings: [],
    })
    expect(Object.keys(meeting).slice(0, 4)).toEqual([
      'meetingid',
      'meeting_code',
      'title',
      'sub_meetingid',
    ])
  })

  it('keeps the ID that was asked for where the response has null in its place', async () => {
    const patch = { set: { meetingid: null } }
    mock.fault({ operation: 'getMeeting', patch, times: 1 })
    expect(await get({ meeting: byId('m1') })).toMatchObject({ meetingid: 'm1' })
  })

  it('gives the sub-meetings of a recurring meeting, and which of them was asked for', async () => {
    const recurring = mock.meetings.find(({ meeting_type }) => meeting_type === 1)
    const meeting = byId(String(recurring?.meetingid))
    const subMeetingId = String(recurring?.current_sub_meetingid)
    const found = await get({ meeting, options: { subMeetingId } })
    const subMeetings = found.sub_meetings as IDataObject[]
    expect(found).toMatchObject({ sub_meetingid: subMeetingId })
    expect(subMeetings.length).toBeGreaterThan(0)
    for (const one of subMeetings) {
      expect(Object.keys(one)).toEqual([
        'sub_meetingid',
        'title',
        'status',
        'status_name',
        'start_time',
        'end_time',
      ])
    }
  })

  it('gives everything where Simplify is off, contradictions resolved, codes named, times as they come', async () => {
    const { errcode: _, errmsg: __, meetingid, ...held } = heldBy('m1')
    const meeting = await get({ meeting: byId('m1'), simplify: false })
    const isNameOfCode = /(?<!guest)_name$/
    const unnamed = JSON.stringify(meeting, (name, field) =>
      isNameOfCode.test(name) ? undefined : field,
    )
    expect(JSON.parse(unnamed)).toEqual({
      meetingid,
      sub_meetingid: null,
      guests: [],
      sub_meetings: [],
      sub_repeat_list: [],
      ...held,
    })
    expect(meeting).toMatchObject({
      status_name: 'Ended',
      settings: { remind_scope_name: expect.any(String) },
      attendees: {
        member: expect.arrayContaining([expect.objectContaining({ status_name: 'Attended' })]),
      },
    })
  })

  it('gives exactly what WeCom sent, on request', async () => {
    const official = String(mock.meetings[0]?.meetingid)
    const meeting = await get({
      meeting: byId(official),
      simplify: false,
      options: { rawOutput: true },
    })
    expect(meeting.errmsg).toBe('ok')
    expect(meeting).toEqual(mock.requests({ operation: 'getMeeting' }).at(-1)?.response)
  })

  it('finds nothing raw where Simplify is on, as the editor does not show the option then', async () => {
    const meeting = await get({ meeting: byId('m1'), options: { rawOutput: true } })
    expect(meeting).not.toHaveProperty('errcode')
  })

  it.each([
    ['Asia/Shanghai', '2026-03-14T16:00:00.000+08:00'],
    ['America/New_York', '2026-03-14T04:00:00.000-04:00'],
    ['UTC', '2026-03-14T08:00:00.000+00:00'],
  ])('writes times as ISO 8601 in the time zone %s', async (timeZone, meeting_start) => {
    const meeting = await get({ meeting: byId('m1') }, timeZone)
    expect(meeting).toMatchObject({ meeting_start, meeting_duration_seconds: 3600 })
  })

  it('writes the times inside of lists too, and no time as null', async () => {
    mock.addMeeting({ meetingid: 'm2', attendees: { member: [absent('lisi')] } })
    const meeting = await get({
      meeting: byId('m2'),
      simplify: false,
      options: { isoTimes: true },
    })
    expect(meeting).toMatchObject({ attendees: { member: [{ first_join_time: null }] } })
  })

  it.each([
    { mode: 'id', value: ' m1 ' },
    { mode: 'code', value: '987654321' },
    { mode: 'code', value: ' 987 654 321 ' },
    { mode: 'code', value: '987-654-321' },
    { mode: 'url', value: 'https://example.com/meeting/987654321' },
    { mode: 'url', value: 'https://example.com/join?x=1&meeting_code=987654321#top' },
    { mode: 'code', value: '#企业微信会议：987-654-321 诚邀您参加' },
    { mode: 'url', value: 'https://example.com/join?meetingcode=987-654-321' },
    { mode: 'id', value: 'https://example.com/join?meeting_code=987654321' },
    { mode: 'id', value: 'work.weixin.qq.com/join?meeting_code=987654321' },
    { mode: 'id', value: '#企业微信会议：987-654-321 诚邀您参加' },
    { mode: 'id', value: '987654321' },
    { mode: 'id', value: '987-654-321' },
    { mode: 'id', value: '９８７–６５４−３２１' },
  ])('understands $value as $mode', async (meeting) => {
    expect(await get({ meeting })).toMatchObject({ title: '周会' })
  })

  it('understands a link that an expression gives as text alone', async () => {
    const meeting = 'https://example.com/join?meeting_code=987654321'
    expect(await get({ meeting })).toMatchObject({ title: '周会' })
  })

  it('sends an ID of any letters as it is', async () => {
    const meeting = byId('hyWw-0_9.+/==')
    await expect(get({ meeting })).rejects.toThrow()
    expect(mock.requests({ operation: 'getMeeting' }).at(-1)?.body).toEqual({
      meetingid: 'hyWw-0_9.+/==',
    })
  })

  it('says that a link holds no code', async () => {
    await expect(
      get({ meeting: { mode: 'url', value: 'https://wecomm.com/znigeot' } }),
    ).rejects.toThrow('There is no meeting code in "https://wecomm.com/znigeot"')
  })

  it('gets one meeting of a recurring one', async () => {
    const recurring = mock.meetings.find(({ meeting_type }) => meeting_type === 1)
    const subMeetingId = String(recurring?.current_sub_meetingid)

    await get({ meeting: byId(String(recurring?.meetingid)), options: { subMeetingId } })

    expect(mock.requests({ operation: 'getMeeting' }).at(-1)?.body).toEqual({
      meetingid: recurring?.meetingid,
      sub_meetingid: subMeetingId,
    })
  })
})

async function get(parameters: INodeParameters, timeZone?: string): Promise<IDataObject> {
  const output = await execute({
    wecom: mock,
    parameters: { resource: 'meeting', operation: 'get', ...parameters },
    ...(timeZone && { timeZone }),
  })
  expect(output).toHaveLength(1)
  return output[0]?.json ?? {}
}

function byId(value: string): INodeParameters {
  return { mode: 'id', value }
}

function heldBy(id: string): Record<string, unknown> {
  return mock.meetings.find(({ meetingid }) => meetingid === id) ?? {}
}

function absent(userid: string) {
  const never = { first_join_time: 0, last_quit_time: 0, total_join_count: 0, cumulative_time: 0 }
  return { userid, status: 2, ...never }
}
