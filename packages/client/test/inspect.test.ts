import { inspect } from 'node:util'
import { createWeComClient } from '@wecom-meeting/client'
import { expect, test } from 'vitest'
import { fakeWeCom, issued, refused } from './support/fakeWeCom.ts'
import { hostileOptions, writings } from './support/hostileSecrets.ts'

/** What somebody sees who prints a value to look for the reason of a failure. */
const printed = (value: unknown) =>
  inspect(value, { depth: 20, showHidden: true, getters: true, maxStringLength: null })

test.each(hostileOptions)('what Node prints of a failed call does not show %s', async (secret) => {
  const seen: unknown[] = []
  const fake = fakeWeCom(
    (_, nth) => {
      if (nth === 1) throw new TypeError(secret, { cause: new Error(secret) })
      return refused(90602, `no ${secret}`)
    },
    () => issued(secret),
  )
  const see = (event: object) => void seen.push(event)
  const wecom = createWeComClient({
    corpId: 'corp',
    corpSecret: secret,
    fetch: fake.fetch,
    sleep: async () => {},
    hooks: { onRequest: see, onResponse: see, onRetry: see, onToken: see },
  })
  const call = wecom.meetings.get({ meetingid: 'm' })
  const error = await call.catch((thrown) => thrown)

  expect(error).toMatchObject({ errcode: 90602 })
  expect(fake.calls.map(({ token }) => token)).toEqual([secret, secret])
  const output = [wecom, call, error, seen].map(printed).join('\n')
  expect(output).toContain('NotFoundError')
  for (const writing of writings(secret)) expect(output).not.toContain(writing)
})

test('what Node prints of a response does not show the token', async () => {
  const fake = fakeWeCom(() => ({ errcode: 0, errmsg: 'ok' }))
  const wecom = createWeComClient({ ...fake.credentials, fetch: fake.fetch })
  const call = wecom.meetings.get({ meetingid: 'm' })
  const output = [await call.withResponse(), call, wecom].map(printed).join('\n')
  const token = fake.calls[0]?.token ?? expect.unreachable('a call should have been sent')
  expect(output).toContain('Response')
  expect(output).not.toContain(token)
})
