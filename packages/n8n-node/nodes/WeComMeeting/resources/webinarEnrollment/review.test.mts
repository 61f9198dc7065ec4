import { type MockServer, type MockWebinar, startMockServer } from '@wecom-meeting/mock-server'
import { NodeApiError } from 'n8n-workflow'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Execution, execute, failureOf } from '../../../../test/support/execute.mts'
import { httpRequest, respondingWith } from '../../../../test/support/httpRequest.mts'

const [pending, rejected, approved] = [1, 2, 3]

let mock: MockServer
let webinar: MockWebinar
let ids: string[]

beforeEach(async () => {
  mock = await startMockServer()
  webinar = mock.addWebinar({
    enrollments: [...'abcd'].map((nick_name) => ({ nick_name, status: pending })),
  })
  ids = mock.enrollments(webinar.meetingid).map(({ enroll_id }) => String(enroll_id))
})

afterEach(() => {
  vi.restoreAllMocks()
  return mock.close()
})

/** An execution with an item for each enrollment. */
function reviewing(operation: string, enrollmentIds: unknown[]): Execution {
  return {
    wecom: mock,
    parameters: { resource: 'webinarEnrollment', operation, webinar: byId(webinar.meetingid) },
    items: enrollmentIds.length,
    itemParameters: (item) => ({ enrollmentId: enrollmentIds[item] as string }),
  }
}

function byId(value: string): { mode: string; value: string } {
  return { mode: 'id', value }
}

function statuses(): unknown[] {
  return mock.enrollments(webinar.meetingid).map(({ status }) => status)
}

function reviews(): unknown[] {
  return mock.requests({ operation: 'reviewWebinarEnrollments' }).map(({ body }) => body)
}

describe('an action', () => {
  it.each([
    ['approve', approved, 'Approved'],
    ['reject', rejected, 'Rejected'],
    ['resetToPending', pending, 'Pending'],
  ])(
    '%s sets the status of all items in one call, and each says so',
    async (operation, status, status_name) => {
      for (const id of ids) mock.updateEnrollment(webinar.meetingid, id, { status: approved })
      const [first = '', second = '', third = ''] = ids

      const output = await execute(reviewing(operation, [third, first, second]))

      const { meetingid } = webinar
      const enroll_id_list = [third, first, second]
      expect(reviews()).toEqual([{ meetingid, enroll_id_list, action: status }])
      expect(statuses()).toEqual([status, status, status, approved])
      const counts = { handled: true, handled_count: 3, unhandled_count: 0 }
      expect(output).toEqual(
        enroll_id_list.map((enroll_id, item) => ({
          json: { meetingid, enroll_id, status, status_name, ...counts },
          pairedItem: { item },
        })),
      )
      expect(mock.requests({ operation: 'listWebinarEnrollments' })).toEqual([])
    },
  )

  it('goes to each webinar in a call of its own, and items keep their order', async () => {
    const other = mock.addWebinar({ enrollments: [{ status: pending }] })
    const otherId = String(mock.enrollments(other.meetingid)[0]?.enroll_id)
    const [first = '', second = ''] = ids
    const asked = [
      { webinar: byId(webinar.meetingid), enrollmentId: first },
      { webinar: { mode: 'code', value: String(other.meeting_code) }, enrollmentId: otherId },
      { webinar: byId(webinar.meetingid), enrollmentId: second },
    ]

    const output = await execute({
      ...reviewing('approve', ids.slice(0, 3)),
      itemParameters: (item) => asked[item] ?? {},
    })

    expect(output.map(({ json }) => [json.meetingid, json.enroll_id, json.handled])).toEqual([
      [webinar.meetingid, first, true],
      [other.meetingid, otherId, true],
      [webinar.meetingid, second, true],
    ])
    expect(output.map(({ pairedItem }) => pairedItem)).toEqual([
      { item: 0 },
      { item: 1 },
      { item: 2 },
    ])
    expect(reviews()).toHaveLength(2)
  })

  it('is done again in the next execution, and no item is left out for being equal', async () => {
    const [first = ''] = ids
    await execute(reviewing('approve', [first]))
    const output = await execute(reviewing('approve', [first, first]))
    expect(reviews()).toHaveLength(2)
    expect(output.map(({ json }) => json.handled)).toEqual([true, true])
    expect(output[1]?.json.handled_count).toBe(1)
  })
})

describe('what WeCom does not handle', () => {
  it('is told apart by the status that the list has', async () => {
    const notices: string[] = []
    const [first = ''] = ids

    const output = await execute({ ...reviewing('approve', [first, 'nobody']), notices })

    const counts = { handled_count: 1, unhandled_count: 1 }
    expect(output.map(({ json }) => json)).toEqual([
      expect.objectContaining({ enroll_id: first, status: 3, handled: true, ...counts }),
      expect.objectContaining({ enroll_id: 'nobody', status: null, handled: false, ...counts }),
    ])
    expect(notices).toEqual([
      expect.stringMatching(/^WeCom handled 1 of the 2 enrollments of webinar /),
    ])
    expect(mock.requests({ operation: 'listWebinarEnrollments' })).toHaveLength(1)
  })

  it('is unknown where the list cannot be read, and no item fails for that', async () => {
    mock.fault({ operation: 'listWebinarEnrollments', errcode: 48002 })
    const output = await execute(reviewing('approve', [ids[0], 'nobody']))
    expect(output.map(({ json }) => [json.handled, json.status])).toEqual([
      [null, null],
      [null, null],
    ])
  })

  it('counts as handled where it has the status all the same', async () => {
    await execute(reviewing('approve', ids.slice(0, 2)))
    const output = await execute({
      ...reviewing('approve', ids.slice(0, 2)),
      httpRequest: respondingWith('/approve', { errcode: 0, errmsg: 'ok', handled_count: 0 }),
    })
    expect(output.map(({ json }) => json.handled)).toEqual([true, true])
    expect(output[0]?.json.unhandled_count).toBe(2)
  })
})

describe('a failure', () => {
  it('marks every item of its call and none of the others', async () => {
    const asked = [webinar.meetingid, 'none', 'none']
    const output = await execute({
      ...reviewing('approve', ids.slice(0, 3)),
      itemParameters: (item) => ({
        webinar: byId(asked[item] ?? ''),
        enrollmentId: ids[item] ?? '',
      }),
      continueOnFail: true,
    })
    expect(output.map(({ json }) => json.handled)).toEqual([true, undefined, undefined])
    for (const item of [1, 2]) {
      expect(output[item]).toMatchObject({
        json: {
          item,
          error: expect.stringContaining('Webinar ID none with 90602'),
          details: { errcode: 90602 },
        },
        pairedItem: { item },
      })
    }
    expect(reviews()).toHaveLength(2)
  })

  it('of all enrollments says what to enter', async () => {
    const error = await failureOf(reviewing('reject', ['nobody']))
    expect(error).toBeInstanceOf(NodeApiError)
    expect(error.message).toMatch(
      /730006.* Take an enroll_id from Webinar Enrollment → Get Many\.$/,
    )
    expect(error.context.itemIndex).toBe(0)
  })

  it.each(['', null, { odd: 1 }])(
    'for %j fails that item alone, before anything is sent',
    async (odd) => {
      const execution = reviewing('approve', [ids[0], odd, ids[1]])
      const output = await execute({ ...execution, continueOnFail: true })
      expect(output.map(({ json }) => json.handled)).toEqual([true, undefined, true])
      expect(output[1]?.json.error).toMatch(/^Enrollment ID is (?:empty|\{"odd":1\})/)
      expect(reviews()).toHaveLength(1)
    },
  )

  it('for want of enrollment says to switch it on', async () => {
    const execution = reviewing('approve', [ids[0]])
    const { message } = await failureOf({
      ...execution,
      httpRequest: respondingWith('/approve', { errcode: 730099, errmsg: 'enroll is not enabled' }),
    })
    expect(message).toContain('Check that enrollment is switched on for this webinar')
  })
})

it('a response that is lost does not undo the approval', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0)
  let lost = 0
  const output = await execute({
    ...reviewing('approve', [ids[0]]),
    httpRequest: async (options) => {
      const response = await httpRequest(options)
      if (!options.url.includes('/approve') || lost > 0) return response
      lost += 1
      throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
    },
  })
  expect(lost).toBe(1)
  expect(output[0]?.json).toMatchObject({ handled: true, status_name: 'Approved' })
})
