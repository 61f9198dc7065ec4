import { runInNewContext } from 'node:vm'
import { createWeComClient, isWeComError } from '@wecom-meeting/client'
import { expect, test } from 'vitest'

test('what a fetch of another realm throws is kept as the cause, without the token', async () => {
  const foreign = runInNewContext(`new TypeError('fetch failed', { cause: Error('to s3cret') })`)
  expect(foreign).not.toBeInstanceOf(Error)
  const fetch = () => Promise.reject(foreign)
  const wecom = createWeComClient({ accessToken: 's3cret', fetch, maxRetries: 0 })
  const error = await wecom.meetings.get({ meetingid: 'm' }).catch((error) => error)
  expect(isWeComError(error)).toBe(true)
  expect(error.cause).toMatchObject({ name: 'TypeError', message: 'fetch failed' })
  expect(error.cause.cause).toMatchObject({ message: 'to [redacted]' })
})
