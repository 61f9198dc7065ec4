import { runInNewContext } from 'node:vm'
import { createWeComClient, isWeComError } from '@wecom-meeting/client'
import { expect, test } from 'vitest'
import { fakeWeCom } from './support/fakeWeCom.ts'

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

test('a date of another realm is sent in seconds, as any date', async () => {
  const foreign = runInNewContext('new Date(1600000000000)')
  expect(foreign).not.toBeInstanceOf(Date)
  const { fetch, calls } = fakeWeCom(() => ({ errcode: 0, errmsg: 'ok', meetingid_list: [] }))
  const wecom = createWeComClient({ accessToken: 'a-token', fetch })
  await wecom.meetings.listIds({ userid: 'u', begin_time: foreign })
  expect(calls[0]?.body).toEqual({ userid: 'u', begin_time: 1_600_000_000 })
})
