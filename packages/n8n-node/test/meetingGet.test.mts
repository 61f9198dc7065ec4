import { startMockServer } from '@wecom-meeting/mock-server'
import { describe, expect, it } from 'vitest'
import { execute } from './support/execute.mts'

describe('Meeting → Get', () => {
  it('gets a meeting by its ID', async () => {
    await using mock = await startMockServer()
    const meeting = mock.addMeeting({ title: '周会', location: '会议室 3' })

    const output = await execute({
      wecom: mock,
      parameters: get({ mode: 'id', value: ` ${meeting.meetingid} ` }),
    })

    expect(output).toEqual([
      {
        json: expect.objectContaining({
          title: '周会',
          location: '会议室 3',
          meeting_code: meeting.meeting_code,
          meeting_start: meeting.meeting_start,
          attendees: meeting.attendees,
        }),
        pairedItem: { item: 0 },
      },
    ])
  })

  it.each(['123456789', ' 123 456 789 ', '123-456-789'])(
    'gets a meeting by its code, pasted as "%s"',
    async (value) => {
      await using mock = await startMockServer()
      mock.addMeeting({ title: '周会', meeting_code: '123456789' })

      const [item] = await execute({ wecom: mock, parameters: get({ mode: 'code', value }) })

      expect(item?.json.title).toBe('周会')
    },
  )

  it('gets one meeting of a recurring one', async () => {
    await using mock = await startMockServer()
    const recurring = mock.meetings.find(({ meeting_type }) => meeting_type === 1)
    const meeting = { mode: 'id', value: recurring?.meetingid ?? '' }
    const subMeetingId = String(recurring?.current_sub_meetingid)

    const output = await execute({ wecom: mock, parameters: { ...get(meeting), subMeetingId } })

    expect(output).toHaveLength(1)
    expect(mock.requests({ operation: 'getMeeting' })[0]?.body).toEqual({
      meetingid: recurring?.meetingid,
      sub_meetingid: subMeetingId,
    })
  })
})

function get(meeting: { mode: string; value: string }) {
  return { resource: 'meeting', operation: 'get', meeting }
}
