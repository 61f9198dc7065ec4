import { expect, test } from 'vitest'
import { fakeWeCom, issued, refused } from '../../test/support/fakeWeCom.ts'
import { virtualClock } from '../../test/support/virtualClock.ts'
import { createWeComClient } from '../createWeComClient.ts'

const ok = { errcode: 0, errmsg: 'ok' }
const times = <Result>(count: number, make: (index: number) => Result): Result[] =>
  Array.from({ length: count }, (_, index) => make(index))

test('50 calls at once and 50 after them need one token', async () => {
  const fake = fakeWeCom(() => ok)
  const wecom = createWeComClient({ ...fake.credentials, fetch: fake.fetch })
  await Promise.all(times(50, () => wecom.meetings.get({ meetingid: 'm' })))
  await Promise.all(times(50, () => wecom.meetings.get({ meetingid: 'm' })))
  expect(fake.tokenRequests).toHaveLength(1)
})

test('two clients of one app share its token, another app has its own', async () => {
  const fake = fakeWeCom(() => ok)
  const options = { ...fake.credentials, fetch: fake.fetch }
  await createWeComClient(options).meetings.get({ meetingid: 'm' })
  await createWeComClient(options).meetings.get({ meetingid: 'm' })
  expect(fake.tokenRequests).toHaveLength(1)
  await createWeComClient({ ...options, corpSecret: 'another' }).meetings.get({ meetingid: 'm' })
  expect(fake.tokenRequests).toHaveLength(2)
})

test('50 calls whose token dies under them, spread over a second, need one new token', async () => {
  const clock = virtualClock()
  const fake = fakeWeCom(async ({ token }, nth) => {
    if (nth === 1) return ok
    if (token !== 'token-1') return ok
    await clock.sleep(20 * (nth - 2))
    return refused(nth % 2 ? 40014 : 42001)
  })
  const wecom = createWeComClient({ ...fake.credentials, fetch: fake.fetch })
  await wecom.meetings.get({ meetingid: 'm' })
  const calls = Promise.all(times(50, () => wecom.meetings.get({ meetingid: 'm' })))
  await clock.advance(1000)
  await calls
  expect(fake.tokenRequests).toHaveLength(2)
  expect(fake.calls).toHaveLength(101)
})

test('a token that stays invalid fails the call after its second attempt', async () => {
  const fake = fakeWeCom(() => refused(40014))
  const wecom = createWeComClient({ ...fake.credentials, fetch: fake.fetch })
  await expect(wecom.meetings.get({ meetingid: 'm' })).rejects.toMatchObject({
    name: 'AuthenticationError',
    errcode: 40014,
  })
  expect(fake.calls.map(({ token }) => token)).toEqual(['token-1', 'token-2'])
})

test('20 calls with a wrong secret ask once', async () => {
  const fake = fakeWeCom(
    () => ok,
    () => refused(40001),
  )
  const wecom = createWeComClient({ ...fake.credentials, fetch: fake.fetch })
  const results = await Promise.allSettled(times(20, () => wecom.meetings.get({ meetingid: 'm' })))
  await expect(wecom.meetings.get({ meetingid: 'm' })).rejects.toThrow('40001')
  expect(results.every(({ status }) => status === 'rejected')).toBe(true)
  expect(fake.tokenRequests).toHaveLength(1)
  expect(fake.calls).toHaveLength(0)
})

test('a token request that fails for another reason is not remembered', async () => {
  const fake = fakeWeCom(
    () => ok,
    (_, nth) => (nth === 1 ? refused(60020) : issued('token-1')),
  )
  const wecom = createWeComClient({ ...fake.credentials, fetch: fake.fetch })
  await expect(wecom.meetings.get({ meetingid: 'm' })).rejects.toThrow('60020')
  await wecom.meetings.get({ meetingid: 'm' })
  expect(fake.tokenRequests).toHaveLength(2)
})

test('a given token is used as it is, a given function is asked for each call', async () => {
  const fake = fakeWeCom(() => ok)
  await createWeComClient({ accessToken: 'mine', fetch: fake.fetch }).meetings.get({
    meetingid: 'm',
  })
  let asked = 0
  const accessToken = async () => `mine-${++asked}`
  const wecom = createWeComClient({ accessToken, fetch: fake.fetch })
  await wecom.meetings.get({ meetingid: 'm' })
  await wecom.meetings.get({ meetingid: 'm' })
  expect(fake.calls.map(({ token }) => token)).toEqual(['mine', 'mine-1', 'mine-2'])
  expect(fake.tokenRequests).toHaveLength(0)
})
