import {
  ConnectionError,
  createWeComClient,
  HttpError,
  NotFoundError,
  type WeComClient,
  type WeComClientOptions,
} from '@wecom-meeting/client'
import { expect, test } from './harness.ts'

/** A mock server to call, as the runtime is told it. */
export interface MockAddress {
  baseUrl: string
  corpId: string
  corpSecret: string
  webinarId: string
  enrollments: number
  /** The server that redirects; see `testRedirects`. */
  redirects: string
}

/** Registers calls over the runtime's own `fetch` and timer, against a real server. */
export function testConnection({
  webinarId: meetingid,
  enrollments,
  redirects,
  ...options
}: MockAddress): void {
  const clientOf = (more?: Partial<WeComClientOptions>) =>
    createWeComClient({ ...options, ...more } as WeComClientOptions)

  test('a webinar and all its enrollments come over a real connection', async () => {
    const wecom = clientOf()
    expect(await wecom.webinars.get({ meetingid })).toMatchObject({ meetingid })
    const list = await wecom.webinars.enrollments.list({ meetingid }).toArray()
    expect(list).toHaveLength(enrollments)
  })

  test('a refusal comes over a real connection', async () => {
    const call = clientOf().meetings.get({ meetingid: 'nobody' })
    await expect(call).rejects.toBeInstanceOf(NotFoundError)
  })

  test('a closed port is a ConnectionError', async () => {
    const call = clientOf({ baseUrl: 'http://127.0.0.1:1', maxRetries: 0 }).meetings.get({
      meetingid,
    })
    await expect(call).rejects.toBeInstanceOf(ConnectionError)
  })

  test('a signal ends a call over a real connection', async () => {
    const controller = new AbortController()
    const call = clientOf().meetings.get({ meetingid }, { signal: controller.signal })
    controller.abort('enough')
    await expect(call).rejects.toBe('enough')
  })

  testRedirects(redirects)
}

/** Registers calls of every kind to a server that responds with a redirect to another one. */
function testRedirects(redirects: string): void {
  const statuses = [301, 302, 303, 307, 308]
  const rows = statuses.flatMap((status) =>
    ['http', 'https'].flatMap((scheme) =>
      Object.keys(redirectedCalls).map((operation) => [status, scheme, operation]),
    ),
  )
  test.each(rows)(
    'a redirect is not followed',
    async (status: number, scheme: string, operation: string) => {
      const baseUrl = `${redirects}/${status}/${scheme}/${operation}`
      const credentials = { corpId: 'ww-redirected', corpSecret: 's3cret' }
      const wecom = createWeComClient({ ...credentials, baseUrl, sleep: async () => {} })
      for (const call of redirectedCalls[operation] ?? []) {
        const error = await call(wecom).then(
          () => undefined,
          (thrown: unknown) => thrown,
        )
        expect(error).toBeInstanceOf(HttpError)
        const { message, status: seen } = error as HttpError
        // Some runtimes hide the status of a redirect.
        expect([status, 0]).toContain(seen)
        expect(message).toMatch(/ returned a redirect.*, which is not followed/)
        expect(message).not.toMatch(/elsewhere|s3cret|a-token/)
      }
    },
  )
}

const meetingid = 'm'
type RedirectedCall = (wecom: WeComClient) => Promise<unknown>

/** Calls whose request of that operation gets a redirect: typed, and through raw. */
const redirectedCalls: Record<string, RedirectedCall[]> = {
  getToken: [
    (wecom) => wecom.meetings.get({ meetingid }),
    (wecom) => wecom.raw.POST('/cgi-bin/meeting/get_info', { body: { meetingid } }),
  ],
  getMeeting: [
    (wecom) => wecom.meetings.get({ meetingid }),
    (wecom) =>
      wecom.raw.POST('/cgi-bin/meeting/get_info', { body: { meetingid }, redirect: 'follow' }),
  ],
  getWebinar: [
    (wecom) => wecom.webinars.get({ meetingid }),
    (wecom) => wecom.raw.POST('/cgi-bin/meeting/webinar/get', { body: { meetingid } }),
  ],
  listWebinarEnrollments: [
    (wecom) => wecom.webinars.enrollments.list({ meetingid }).toArray(),
    (wecom) => wecom.raw.POST('/cgi-bin/meeting/webinar/enroll/list', { body: { meetingid } }),
  ],
}
