import { describe, expect, test } from 'vitest'
import { type MockServer, startMockServer } from './index.ts'
import type { JsonObject } from './json.ts'
import { call, getToken } from './testing/callMock.ts'

const start = (options: Parameters<typeof startMockServer>[0] = {}): Promise<MockServer> =>
  startMockServer({
    onMockFault(message) {
      throw new Error(message)
    },
    ...options,
  })

describe('the data at the start', () => {
  test('has a webinar in each state and a meeting in each', async () => {
    await using mock = await start()
    expect(new Set(mock.webinars.slice(1).map(({ status }) => status))).toEqual(
      new Set([
        'MEETING_STATE_INVALID',
        'MEETING_STATE_INIT',
        'MEETING_STATE_CANCELLED',
        'MEETING_STATE_STARTED',
        'MEETING_STATE_ENDED',
        'MEETING_STATE_ABOUT_TO_START',
        'MEETING_STATE_RECYCLED',
      ]),
    )
    expect(new Set(mock.meetings.slice(1).map(({ status }) => status))).toEqual(
      new Set([1, 2, 3, 4, 5]),
    )
  })

  test('nobody attended what did not take place', async () => {
    await using mock = await start()
    const unheld = mock.meetings.slice(1).filter(({ status }) => ![2, 3].includes(status))
    expect(unheld).toHaveLength(3)
    for (const { attendees } of unheld) {
      const { member } = attendees as { member: { status: number }[] }
      expect(new Set(member.map(({ status }) => status))).toEqual(new Set([2]))
    }
  })

  test('has answers of each question type and special type, enrollments of each status', async () => {
    await using mock = await start()
    const enrollments = mock.enrollments(String(mock.webinars[1]?.meetingid))
    const answers = enrollments.flatMap(({ answer_list }) => answer_list ?? [])
    expect(new Set(answers.map(({ question_type }) => question_type))).toEqual(new Set([1, 2, 3]))
    expect(new Set(answers.map(({ special_type }) => special_type))).toEqual(
      new Set([1, 2, 3, 4, 5]),
    )
    expect(new Set(enrollments.map(({ status }) => status))).toEqual(new Set([1, 2, 3]))
    const started = mock.webinars.find(({ status }) => status === 'MEETING_STATE_STARTED')
    const few = mock.enrollments(String(started?.meetingid))
    expect(few.map(({ status }) => status)).toEqual([1, 2, 3, 3])
  })
})

describe('updateEnrollment', () => {
  test('approves where it stands', async () => {
    await using mock = await start()
    const { meetingid } = mock.addWebinar({ enrollments: [{ status: 1 }, { status: 1 }] })
    const [first, second] = mock.enrollments(meetingid)
    const approved = mock.updateEnrollment(meetingid, String(first?.enroll_id), { status: 3 })
    expect(approved).toEqual({ ...first, status: 3 })
    const { enroll_list } = await call(mock, 'listWebinarEnrollments', { meetingid })
    expect(enroll_list).toEqual([approved, second])
  })

  test('refuses what is not there and what the spec forbids, and changes nothing', async () => {
    await using mock = await start()
    const { meetingid } = mock.addWebinar({ enrollments: [{ enroll_id: 'a' }] })
    const before = mock.enrollments(meetingid)
    expect(() => mock.updateEnrollment('nobody', 'a', {})).toThrow(/no webinar .* nobody/)
    expect(() => mock.updateEnrollment(meetingid, 'b', {})).toThrow(/no enrollment of .* b/)
    const wrong = { status: 'approved' as unknown as number }
    expect(() => mock.updateEnrollment(meetingid, 'a', wrong)).toThrow(
      /^status is "approved"; it must be integer$/,
    )
    expect(() => mock.updateEnrollment(meetingid, 'a', { enroll_id: 'c' })).toThrow(
      'enroll_id cannot be changed',
    )
    expect(mock.enrollments(meetingid)).toEqual(before)
  })
})

describe('an id that is taken is refused', () => {
  test('of a meeting, a webinar, an enrollment', async () => {
    await using mock = await start()
    mock.addMeeting({ meetingid: 'm', meeting_code: '1' })
    expect(() => mock.addMeeting({ meetingid: 'm' })).toThrow(/meetingid m already/)
    expect(() => mock.addMeeting({ meeting_code: '1' })).toThrow(/meeting_code 1 already/)
    mock.addWebinar({ meetingid: 'w', enrollments: [{ enroll_id: 'a' }] })
    expect(() => mock.addWebinar({ meetingid: 'w' })).toThrow(/meetingid w already/)
    expect(() => mock.addEnrollments('w', [{ enroll_id: 'a' }])).toThrow(/enroll_id a already/)
  })

  test('but not the one of an official sample', async () => {
    await using mock = await start()
    mock.addMeeting({ meeting_code: '123456789', title: '周会' })
    expect(await call(mock, 'getMeeting', { meeting_code: '123456789' })).toMatchObject({
      title: '周会',
    })
  })

  test('nor one of what is made up at the start', async () => {
    await using mock = await start()
    const [, { meetingid = '' } = {}] = mock.webinars
    const [, { meeting_code = '' } = {}] = mock.webinars
    const { length } = mock.webinars
    mock.addWebinar({ meetingid, title: '发布会', enrollments: 2 })
    expect(mock.webinars).toHaveLength(length)
    expect(mock.enrollments(meetingid)).toHaveLength(2)
    expect(await call(mock, 'getWebinar', { meetingid })).toMatchObject({ title: '发布会' })
    expect(await call(mock, 'getWebinar', { meeting_code })).toMatchObject({ errcode: 730004 })
    expect(() => mock.addWebinar({ meetingid })).toThrow(`meetingid ${meetingid} already`)
  })

  test.each(['1386443', 1386443])('made-up ids keep clear of the given %o', async (enroll_id) => {
    await using mock = await start()
    const { meetingid } = mock.addWebinar({ enrollments: [{ enroll_id }] })
    mock.addEnrollments(meetingid, 2)
    const ids = mock.enrollments(meetingid).map((enrollment) => String(enrollment.enroll_id))
    expect(new Set(ids).size).toBe(3)
    expect(() => mock.addEnrollments(meetingid, [{ enroll_id: '1386443' }])).toThrow(
      /1386443 already/,
    )
  })
})

test('reset() puts everything back to the same bytes', async () => {
  await using mock = await start({ secretAttempts: 1, rateLimit: 3, faults: [{ latency: 1 }] })
  const picture = () =>
    JSON.stringify([
      mock.meetings,
      mock.webinars,
      mock.webinars.slice(1, 2).map(({ meetingid }) => mock.enrollments(meetingid)),
      mock.faults,
      mock.requests(),
    ])
  const atFirst = picture()
  const { access_token, ...rest } = await getToken(mock)
  mock.addWebinar({ title: '发布会' })
  mock.addMeeting()
  mock.scenario('not-permitted')
  mock.expireTokens()
  await getToken(mock, { corpid: mock.corpId, corpsecret: 'wrong' })
  expect(await getToken(mock)).toMatchObject({ errcode: 45009 })
  mock.reset()
  expect(picture()).toBe(atFirst)
  const after = await getToken(mock)
  expect(after).toMatchObject(rest)
  expect(after.access_token === access_token).toBe(false)
})

describe('gettoken', () => {
  test('blocks the address after repeated wrong secrets, for an hour, also for the right one', async () => {
    let time = 1_700_000_000_000
    await using mock = await start({ secretAttempts: 3, now: () => time })
    const wrong = { corpid: mock.corpId, corpsecret: 'wrong' }
    const errcodes: unknown[] = []
    for (let count = 0; count < 4; count += 1) errcodes.push((await getToken(mock, wrong)).errcode)
    expect(errcodes).toEqual([40001, 40001, 40001, 45009])
    expect(await getToken(mock)).toMatchObject({ errcode: 45009 })
    time += 3_600_000
    expect(await getToken(mock)).toMatchObject({ errcode: 0 })
  })
})

describe('limits', () => {
  test('rateLimit returns 45009 until the minute is over', async () => {
    let time = 1_700_000_000_000
    await using mock = await start({ rateLimit: 2, now: () => time })
    const token = String((await getToken(mock)).access_token)
    const errcodes = async (): Promise<unknown[]> => {
      const responses: JsonObject[] = []
      for (let count = 0; count < 3; count += 1) {
        responses.push(await call(mock, 'getMeeting', { meetingid: 'XXXXXXXXX' }, { token }))
      }
      return responses.map(({ errcode }) => errcode)
    }
    expect(await errcodes()).toEqual([0, 0, 45009])
    time += 60_000
    expect(await errcodes()).toEqual([0, 0, 45009])
  })

  test('concurrencyLimit returns 45033 to what is one too many at once', async () => {
    const bothUnderWay = Promise.withResolvers<void>()
    let underWay = 0
    const sleep = (): Promise<void> => {
      underWay += 1
      if (underWay === 2) bothUnderWay.resolve()
      return bothUnderWay.promise
    }
    await using mock = await start({ concurrencyLimit: 1, latency: 1, sleep })
    const responses = await Promise.all([getToken(mock), getToken(mock)])
    const errcodes = responses.map(({ errcode }) => errcode)
    expect(errcodes.sort()).toEqual([0, 45033])
  })
})

test('the errcode for enrollment that is off is the one that was chosen', async () => {
  await using mock = await start({ enrollmentOffErrcode: 400099 })
  const { meetingid } = mock.addWebinar({ enrollments: false })
  expect(await call(mock, 'listWebinarEnrollments', { meetingid })).toMatchObject({
    errcode: 400099,
    errmsg: expect.stringContaining('enrollment is not switched on'),
  })
})

test("the enrollments of the page's own sample can be looked at, and give way to one's own", async () => {
  await using mock = await start()
  const list = async () =>
    (await call(mock, 'listWebinarEnrollments', { meetingid: 'MEETINGID1' })).enroll_list
  expect(await list()).toEqual(mock.enrollments('MEETINGID1'))
  mock.addWebinar({ meetingid: 'MEETINGID1', enrollments: 3 })
  expect(await list()).toHaveLength(3)
  expect(await list()).toEqual(mock.enrollments('MEETINGID1'))
})

test('the errcodes of wrong and of missing fields are those that were chosen', async () => {
  await using mock = await start({ invalidFieldErrcode: 400001, missingFieldErrcode: 400002 })
  expect(await call(mock, 'getMeeting', { meetingid: 5 })).toMatchObject({ errcode: 400001 })
  expect(await call(mock, 'getMeeting', {})).toMatchObject({ errcode: 400002 })
  expect(await call(mock, 'getMeeting', '{')).toMatchObject({ errcode: 40058 })
})

test.each([
  [{ latency: [5, 1] as const }, 'latency is [5,1]; expected milliseconds'],
  [{ enrollmentOffErrcode: 0 }, 'enrollmentOffErrcode is 0; expected an integer that is not 0'],
  [
    { invalidFieldErrcode: 1e20 },
    'invalidFieldErrcode is 100000000000000000000; expected an integer',
  ],
  [{ host: '' }, 'host is ""; expected a text that is not empty'],
  [{ corpId: '' }, 'corpId is ""; expected a text that is not empty'],
  [{ corpSecret: 5 as never }, 'corpSecret is 5; expected a text that is not empty'],
  [{ allowedHosts: ['a.test:4010'] }, 'allowedHosts[0] is "a.test:4010"; expected a host name'],
  [
    { faults: [{ errcode: 1, operation: [] }] },
    "fault's operation is []; expected one of getToken",
  ],
  [{ faults: [{ errcode: 1, ['__proto__']: 1 } as never] }, 'fault has no field __proto__'],
  [{ scenario: 'nothing' as 'busy' }, 'scenario is "nothing"; expected one of busy'],
  [{ faults: [{}] }, 'a fault needs an effect'],
  [{ rateLimit: -1 }, 'rateLimit is -1; expected an integer from 0'],
])('the option %o is refused', async (options, message) => {
  await expect(start(options)).rejects.toThrow(message)
})
