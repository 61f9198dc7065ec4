import { describe, expectTypeOf, test } from 'vitest'
import {
  type components,
  createWeComClient,
  type Enrollment,
  type EnrollmentAnswer,
  type EnrollmentPage,
  EnrollmentStatus,
  EnrollmentStatusFilter,
  Errcode,
  isWeComError,
  type KnownValue,
  type Meeting,
  MeetingStatus,
  type paths,
  type Webinar,
  WebinarStatus,
} from './index.ts'
import { createFakeClient } from './testing.ts'

const wecom = createWeComClient({ corpId: 'ww', corpSecret: 's' })

describe('requests', () => {
  test('a meeting is named by its ID or by its code', () => {
    wecom.meetings.get({ meetingid: 'm' })
    wecom.meetings.get({ meeting_code: '123456789' })
    wecom.meetings.get({ meetingid: 'm', meeting_code: '123456789' })
    wecom.meetings.get({ meetingid: 'm', sub_meetingid: 's' })
    // @ts-expect-error neither ID nor code
    wecom.meetings.get({})
    // @ts-expect-error a sub-meeting alone names no meeting
    wecom.meetings.get({ sub_meetingid: 's' })
    // @ts-expect-error an ID is text
    wecom.meetings.get({ meetingid: 7 })
    // @ts-expect-error no field of this endpoint
    wecom.meetings.get({ meetingid: 'm', cursor: 'c' })
  })

  test('a webinar is named by its ID or by its code', () => {
    wecom.webinars.get({ meetingid: 'm' })
    wecom.webinars.get({ meeting_code: '123456789' })
    // @ts-expect-error neither ID nor code
    wecom.webinars.get({})
  })

  test('enrollments need the ID, and nothing else', () => {
    wecom.webinars.enrollments.list({ meetingid: 'm' })
    wecom.webinars.enrollments.list({ meetingid: 'm', limit: 20, cursor: 'c' })
    // @ts-expect-error this endpoint takes no code
    wecom.webinars.enrollments.list({ meeting_code: '123456789' })
    // @ts-expect-error no ID
    wecom.webinars.enrollments.list({})
  })

  test('coded values are closed', () => {
    wecom.webinars.enrollments.list({ meetingid: 'm', status: 3 })
    wecom.webinars.enrollments.list({ meetingid: 'm', status: EnrollmentStatusFilter.Approved })
    wecom.webinars.enrollments.list({ meetingid: 'm', status: EnrollmentStatus.Approved })
    // @ts-expect-error no such status
    wecom.webinars.enrollments.list({ meetingid: 'm', status: 4 })
    expectTypeOf<EnrollmentStatusFilter>().toEqualTypeOf<0 | 1 | 2 | 3>()
  })

  test('no call asks for a token', () => {
    wecom.raw.POST('/cgi-bin/meeting/get_info', { body: { meetingid: 'm' } })
    // @ts-expect-error the same unions hold beneath
    wecom.raw.POST('/cgi-bin/meeting/get_info', { body: {} })
    type Query<Path extends keyof paths> = paths[Path] extends {
      post: { parameters: { query?: infer Parameters } }
    }
      ? Parameters
      : never
    expectTypeOf<Query<'/cgi-bin/meeting/get_info'>>().toEqualTypeOf<never>()
    expectTypeOf<Query<'/cgi-bin/meeting/webinar/get'>>().toEqualTypeOf<never>()
    expectTypeOf<Query<'/cgi-bin/meeting/webinar/enroll/list'>>().toEqualTypeOf<never>()
  })
})

describe('responses', () => {
  test('have the contradictions resolved', () => {
    expectTypeOf<Webinar['title']>().toEqualTypeOf<string>()
    expectTypeOf<Enrollment['enroll_id']>().toEqualTypeOf<string>()
    expectTypeOf<Meeting['attendees']['member']>().items.toHaveProperty('userid')
    expectTypeOf<Meeting['settings']['password']>().toEqualTypeOf<string | boolean | undefined>()
    expectTypeOf<EnrollmentAnswer['answer_content']>().toEqualTypeOf<string[]>()
    expectTypeOf<Meeting['attendees'][string]>().toEqualTypeOf<object[]>()
    expectTypeOf<Webinar['subject']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Meeting>().not.toHaveProperty('errcode')
  })

  test('promise no field of an object that may be empty', () => {
    expectTypeOf({}).toExtend<Meeting['settings']>()
    expectTypeOf({}).toExtend<Webinar['media_setting']>()
  })

  test('coded values are open, and their names complete', () => {
    expectTypeOf<7>().toExtend<Meeting['status']>()
    expectTypeOf<'MEETING_STATE_TOMORROW'>().toExtend<NonNullable<Webinar['status']>>()
    expectTypeOf(MeetingStatus.Ended).toEqualTypeOf<3>()
    expectTypeOf(WebinarStatus.NotStarted).toEqualTypeOf<'MEETING_STATE_INIT'>()
    expectTypeOf<typeof EnrollmentStatus.Approved>().toExtend<Enrollment['status']>()
  })

  test('the known values of a coded field are a union', () => {
    expectTypeOf<KnownValue<typeof MeetingStatus>>().toEqualTypeOf<1 | 2 | 3 | 4 | 5>()
    expectTypeOf(Errcode.AccessTokenExpired).toEqualTypeOf<42001>()
  })

  test('are what each call gives', () => {
    expectTypeOf(wecom.meetings.get({ meetingid: 'm' })).resolves.toEqualTypeOf<Meeting>()
    expectTypeOf(wecom.webinars.get({ meetingid: 'm' })).resolves.toEqualTypeOf<Webinar>()
    const list = wecom.webinars.enrollments.list({ meetingid: 'm' })
    expectTypeOf<Awaited<typeof list>>().toEqualTypeOf<EnrollmentPage>()
  })
})

describe('what raw hands out is a success or a refusal, as its errcode says', () => {
  const meeting = () => wecom.raw.POST('/cgi-bin/meeting/get_info', { body: { meetingid: 'm' } })
  type Refusal = components['schemas']['ErrorResponse']

  test('by ===', async () => {
    const { data } = await meeting()
    if (data?.errcode === 0) expectTypeOf(data.title).toEqualTypeOf<string>()
    else expectTypeOf(data).toEqualTypeOf<Refusal | undefined>()
    if (!data) return
    if (data.errcode !== 0) expectTypeOf(data).toEqualTypeOf<Refusal>()
    else expectTypeOf(data.title).toEqualTypeOf<string>()
  })

  test('by switch', async () => {
    const { data } = await meeting()
    switch (data?.errcode) {
      case 0:
        expectTypeOf(data.title).toEqualTypeOf<string>()
        break
      case Errcode.MeetingNotFound:
        expectTypeOf(data).toEqualTypeOf<Refusal>()
        break
      default:
        expectTypeOf(data).toEqualTypeOf<Refusal | undefined>()
    }
  })

  test('by truth, where a webinar may have no errcode', async () => {
    const body = { meetingid: 'w' }
    const { data } = await wecom.raw.POST('/cgi-bin/meeting/webinar/get', { body })
    if (!data) return
    if (data.errcode) expectTypeOf(data).toEqualTypeOf<Refusal>()
    else expectTypeOf(data.start_time).toEqualTypeOf<string>()
    if (data.errcode === 0) expectTypeOf(data.start_time).toEqualTypeOf<string>()
  })

  test('and any number is that of a refusal, in plain data as well', async () => {
    const { data } = await meeting()
    if (!data) return
    const errcode: number = data.errcode
    console.log(Number(data.errcode) === 12_345, data.errcode > 730_000)
    const plain = { errcode: 12_345, errmsg: 'no' }
    const refusals: Refusal[] = [plain, { errcode, errmsg: 'no' }, { errcode: -1, errmsg: 'no' }]
    // @ts-expect-error 0 is that of a success
    refusals.push({ errcode: 0, errmsg: 'ok' })
    createFakeClient({ getMeeting: { errcode: 12_345, errmsg: 'no' } })
  })
})

test('credentials are a corp with its secret, or a token', () => {
  createWeComClient({ accessToken: 't' })
  createWeComClient({ accessToken: async () => 't' })
  createWeComClient({ corpId: 'ww', corpSecret: () => 's' })
  // What `process.env` gives.
  const variable = undefined as string | undefined
  // @ts-expect-error it may be missing
  createWeComClient({ corpId: variable, corpSecret: 's' })
  // @ts-expect-error it may be missing
  createWeComClient({ corpId: 'ww', corpSecret: variable })
  // @ts-expect-error it may be missing
  createWeComClient({ accessToken: variable })
  // @ts-expect-error a corp without its secret
  createWeComClient({ corpId: 'ww' })
  // @ts-expect-error one or the other
  createWeComClient({ corpId: 'ww', corpSecret: 's', accessToken: 't' })
  // @ts-expect-error nothing at all
  createWeComClient({})
})

test('the name of an error tells what it has', () => {
  const error: unknown = undefined
  if (!isWeComError(error)) return
  expectTypeOf(error.retryable).toEqualTypeOf<boolean>()
  if (error.name === 'RateLimitError') {
    expectTypeOf(error.errcode).toEqualTypeOf<number>()
    console.log(error.errcode, error.retryAfter)
  }
  if (error.name === 'HttpError') expectTypeOf(error.status).toEqualTypeOf<number>()
  // @ts-expect-error no class has this name
  if (error.name === 'RateLimitErrors') return
})
