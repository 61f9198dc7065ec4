import {
  ConnectionError,
  createWeComClient,
  NotFoundError,
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
}

/** Registers calls over the runtime's own `fetch` and timer, against a real server. */
export function testConnection({
  webinarId: meetingid,
  enrollments,
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
}
