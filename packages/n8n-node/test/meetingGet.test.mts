import { describe, expect, it } from 'vitest'
import { execute } from './support/executionContext.mts'
import { exampleOf, startLocalWeCom } from './support/localWeCom.mts'

const path = '/cgi-bin/meeting/get_info'
const meeting = exampleOf('getMeeting', 'resolved')

describe('Meeting → Get', () => {
  it('gets a meeting by its ID', async () => {
    await using wecom = await startLocalWeCom({ [path]: meeting })

    const output = await execute({
      baseUrl: wecom.url,
      parameters: {
        resource: 'meeting',
        operation: 'get',
        meeting: { mode: 'id', value: ' hy123 ' },
      },
    })

    expect(wecom.requests.at(-1)).toMatchObject({ path, body: { meetingid: 'hy123' } })
    expect(output).toEqual([
      {
        json: expect.objectContaining({
          title: meeting.title,
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
      await using wecom = await startLocalWeCom({ [path]: meeting })

      await execute({
        baseUrl: wecom.url,
        parameters: { resource: 'meeting', operation: 'get', meeting: { mode: 'code', value } },
      })

      expect(wecom.requests.at(-1)?.body).toEqual({ meeting_code: '123456789' })
    },
  )

  it('gets one meeting of a recurring one', async () => {
    await using wecom = await startLocalWeCom({ [path]: meeting })

    await execute({
      baseUrl: wecom.url,
      parameters: {
        resource: 'meeting',
        operation: 'get',
        meeting: { mode: 'id', value: 'hy123' },
        subMeetingId: 'sub1',
      },
    })

    expect(wecom.requests.at(-1)?.body).toEqual({ meetingid: 'hy123', sub_meetingid: 'sub1' })
  })
})
