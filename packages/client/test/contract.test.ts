import {
  type CallOptions,
  createWeComClient,
  WeComApiError,
  type WeComClient,
} from '@wecom-meeting/client'
import { type MockServer, startMockServer } from '@wecom-meeting/mock-server'
import { errorCatalogue, readSpec } from '@wecom-meeting/spec'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { namedExamples } from './namedExamples.ts'
import { everyMethod } from './support/everyMethod.ts'

let mock: MockServer
let wecom: WeComClient

beforeAll(async () => {
  mock = await startMockServer()
  const { url: baseUrl, corpId, corpSecret } = mock
  // Refusals that are worth another try are shown at once: the example never goes away.
  wecom = createWeComClient({ baseUrl, corpId, corpSecret, maxRetries: 0 })
})
afterAll(() => mock.close())

const meetingid = 'any: the example comes back whatever is asked for'
const preferring = (name: string): CallOptions => ({ headers: { Prefer: `example=${name}` } })

/** One call of each operation, by its operationId. */
const calls: Record<string, (options: CallOptions) => PromiseLike<unknown>> = Object.fromEntries(
  everyMethod.map(({ operationId, call }) => [operationId, (options) => call(wecom, options)]),
)
const examples = namedExamples().filter(({ operation }) => operation in calls)
const tokenExamples = namedExamples().filter(({ operation }) => operation === 'getToken')
const refusals = examples.filter(({ value }) => value.errcode)
const catalogue = errorCatalogue(readSpec())

test('every operation that takes a token is called', () => {
  const operations = namedExamples().map(({ operation }) => operation)
  expect(Object.keys(calls)).toEqual([...new Set(operations)].filter((id) => id !== 'getToken'))
})

describe('raw hands out exactly what WeCom sent', () => {
  test.each(tokenExamples)('getToken: $name', async ({ name, value }) => {
    const { data } = await wecom.raw.GET('/cgi-bin/gettoken', {
      params: { query: { corpid: mock.corpId, corpsecret: mock.corpSecret } },
      ...preferring(name),
    })
    expect(data).toEqual(value)
  })

  test.each(examples)('$operation: $name', async ({ path, name, value }) => {
    const { data } = await wecom.raw.POST(path as '/cgi-bin/meeting/get_info', {
      body: { meetingid },
      ...preferring(name),
    })
    expect(data).toEqual(value)
  })
})

describe('a refusal becomes the error that the catalogue names', () => {
  test.each(refusals)('$operation: $name', async ({ operation, name, value }) => {
    const entry = catalogue.find(({ errcode }) => errcode === value.errcode)
    const error = await Promise.resolve(calls[operation]?.(preferring(name))).catch((e) => e)
    expect(error).toBeInstanceOf(WeComApiError)
    expect(error).toMatchObject({
      name: entry?.class,
      errcode: value.errcode,
      errmsg: value.errmsg,
      operation,
      hint: '1732271470123456789012345',
      fix: entry?.fix.replace('{ip}', '203.0.113.7'),
      retryable: entry?.retry === 'backoff' || entry?.retry === 'after-a-minute',
    })
  })
})

describe('a refused token request fails the call that needed the token', () => {
  test.each(tokenExamples.filter(({ value }) => value.errcode))(
    'getToken: $name',
    async ({ name, value }) => {
      const entry = catalogue.find(({ errcode }) => errcode === value.errcode)
      const refused = createWeComClient({
        baseUrl: mock.url,
        corpId: mock.corpId,
        corpSecret: `refused-with-${name}`,
        maxRetries: 0,
        fetch: (url, init) => fetch(url, { ...init, ...preferring(name) }),
      })
      await expect(refused.meetings.get({ meetingid })).rejects.toMatchObject({
        name: entry?.class,
        errcode: value.errcode,
        operation: 'getToken',
      })
    },
  )
})

describe('what the pages contradict is resolved', () => {
  test('getMeeting: the sample as published', async () => {
    const meeting = await wecom.meetings.get({ meetingid }, preferring('as-published'))
    expect(meeting).not.toHaveProperty('errcode')
    expect(meeting.attendees.member.map(({ userid }) => userid)).toEqual(['lisi', 'zhangsan'])
    expect(meeting.attendees.tmp_external_user.map(({ status }) => status)).toEqual([3, 4])
    expect(meeting.settings).toMatchObject({ need_password: true, password: '1234' })
    expect(meeting.guests).toEqual([
      { area: '86', phone_number: '135123454321', guest_name: 'lisi' },
    ])
    expect(meeting.sub_meetings[0]?.start_time).toBe(16888888888)
    expect(meeting.sub_repeat_list).toHaveLength(1)
  })

  test('getWebinar: the sample as published', async () => {
    const webinar = await wecom.webinars.get({ meetingid }, preferring('as-published'))
    expect(webinar.title).toBe('TITLE')
    expect(webinar).not.toHaveProperty('subject')
    expect(webinar.media_setting.enable_enter_mute).toBe(false)
    expect(webinar.media_setting).not.toHaveProperty('mute_enable_join')
    expect(webinar.display_number_of_attendees).toBe(0)
    expect(webinar.hosts).toEqual([{ userid: 'USERID' }])
  })

  test('listWebinarEnrollments: the sample as published', async () => {
    const page = await wecom.webinars.enrollments.list({ meetingid }, preferring('as-published'))
    expect(page).toMatchObject({ has_more: false, next_cursor: 'CURSOR' })
    expect(page.enroll_list[0]).toMatchObject({ enroll_id: '1386442', nick_name: 'ccc' })
  })

  test.each(examples.filter(({ name }) => name === 'resolved'))(
    '$operation: nothing is left to resolve in the resolved example',
    async ({ operation, name, value }) => {
      const { errcode: _, errmsg: __, ...rest } = value
      const method = everyMethod.find(({ operationId }) => operationId === operation)
      // Where WeCom does not say whether further pages follow, the client does.
      const { more = '' } = method?.list?.pagination ?? {}
      const added = more && !(more in rest) ? { [more]: false } : {}
      expect(await calls[operation]?.(preferring(name))).toEqual({ ...added, ...rest })
    },
  )
})

describe('against the data that the mock holds', () => {
  test('a webinar is found by its ID and by its code', async () => {
    const { meetingid, meeting_code, title } = mock.addWebinar({ title: '秋季发布会' })
    expect(await wecom.webinars.get({ meetingid })).toMatchObject({ title, meeting_code })
    expect(await wecom.webinars.get({ meeting_code })).toMatchObject({ title, meetingid })
  })

  test('all enrollments come, in order, page by page', async () => {
    const { meetingid } = mock.addWebinar()
    const added = mock.addEnrollments(meetingid, 123)
    const ids: string[] = []
    for await (const { enroll_id } of wecom.webinars.enrollments.list({ meetingid })) {
      ids.push(enroll_id)
    }
    expect(ids).toEqual(added.map(({ enroll_id }) => String(enroll_id)))
    const pages = mock
      .requests({ operation: 'listWebinarEnrollments' })
      .filter(({ body }) => (body as { meetingid?: string } | undefined)?.meetingid === meetingid)
    expect(pages).toHaveLength(3)
  })

  test('a token that WeCom ended early is replaced without the caller noticing', async () => {
    // Its own: elsewhere here examples refuse tokens that live, and that is remembered for a while.
    await using other = await startMockServer()
    const { url: baseUrl, corpId, corpSecret } = other
    const client = createWeComClient({ baseUrl, corpId, corpSecret })
    const { meetingid } = other.addMeeting({ title: '周会' })
    await client.meetings.get({ meetingid })
    other.expireTokens()
    expect(await client.meetings.get({ meetingid })).toMatchObject({ title: '周会' })
    expect(other.requests({ operation: 'getToken' })).toHaveLength(2)
  })

  test('an unknown ID is refused by the mock as by WeCom', async () => {
    await expect(wecom.meetings.get({ meetingid: 'nobody' })).rejects.toMatchObject({
      name: 'NotFoundError',
      errcode: 90602,
    })
  })
})
