import { describe, expect, test } from 'vitest'
import { type FakeWeCom, fakeWeCom, issued, refused } from '../test/support/fakeWeCom.ts'
import { type VirtualClock, virtualClock } from '../test/support/virtualClock.ts'
import { createHostClient, type WeComClient } from './client.ts'
import type { ClientSettings } from './options.ts'

const ok = { errcode: 0, errmsg: 'ok' }
const times = <Result>(count: number, make: (index: number) => Result): Result[] =>
  Array.from({ length: count }, (_, index) => make(index))

function clientOf(
  { fetch, credentials }: FakeWeCom,
  { timer, now }: VirtualClock,
  settings: ClientSettings = {},
): WeComClient {
  return createHostClient({ ...credentials, ...settings }, { fetch, timer, now, clock: now })
}

/** A WeCom that takes 20 ms for a request and refuses more than `limit` at once. */
function narrowWeCom(clock: VirtualClock, limit: number) {
  const seen = { most: 0, refusals: 0 }
  let underWay = 0
  const fake = fakeWeCom(async ({ body }) => {
    if (underWay >= limit) {
      seen.refusals += 1
      return refused(45033)
    }
    underWay += 1
    seen.most = Math.max(seen.most, underWay)
    await clock.sleep(20)
    underWay -= 1
    const { cursor = '0' } = (body ?? {}) as { cursor?: string }
    const next = Number(cursor) + 50
    const enroll_list = times(50, (index) => ({ enroll_id: `${Number(cursor) + index}` }))
    return { ...ok, has_more: next < 300, next_cursor: next < 300 ? `${next}` : '', enroll_list }
  })
  return { ...fake, seen }
}

describe('concurrency', () => {
  test.each([1, 3, 5])(
    '20 lists of 300 against a limit of %i at once are all complete, after few refusals',
    async (limit) => {
      const clock = virtualClock()
      const fake = narrowWeCom(clock, limit)
      const { list } = clientOf(fake, clock).webinars.enrollments
      const lists = Promise.all(times(20, (index) => list({ meetingid: `m${index}` }).toArray()))
      // What the best possible queue takes, and a tenth.
      await clock.advance((120 / limit) * 20 * 1.1)
      for (const enrollments of await lists) expect(enrollments).toHaveLength(300)
      expect(fake.seen.most).toBe(limit)
      expect(fake.seen.refusals).toBeLessThan(30)
      expect(clock.pending()).toBe(0)
    },
  )

  test('has no effect where calls may not wait for one another', async () => {
    const all = Promise.withResolvers<typeof ok>()
    const { fetch } = fakeWeCom((_, nth) => {
      if (nth === 3) all.resolve(ok)
      return all.promise
    })
    const host = { fetch, timer: virtualClock().timer, isShared: false }
    const { meetings } = createHostClient({ accessToken: 'a-token', concurrency: 1 }, host)
    await Promise.all(times(3, () => meetings.get({ meetingid: 'm' })))
  })

  test('is shared by all clients of a corp, whatever their app and store', async () => {
    const clock = virtualClock()
    let underWay = 0
    let most = 0
    const fake = fakeWeCom(async () => {
      most = Math.max(most, ++underWay)
      await clock.sleep(20)
      underWay -= 1
      return ok
    })
    const tokenStore = { get: async () => undefined, set: async () => {}, delete: async () => {} }
    const others = { ...fake, credentials: { ...fake.credentials, corpSecret: 'another' } }
    const clients = [
      clientOf(fake, clock, { concurrency: 2 }),
      clientOf(fake, clock, { concurrency: 2, tokenStore }),
      clientOf(others, clock, { concurrency: 2 }),
    ]
    const calls = Promise.all(
      times(12, (index) => clients[index % 3]?.meetings.get({ meetingid: 'm' })),
    )
    await clock.advance(120)
    await calls
    expect(most).toBe(2)
  })

  test('rises slowly once WeCom takes more again', async () => {
    const clock = virtualClock()
    let limit = 1
    let underWay = 0
    let most = 0
    const fake = fakeWeCom(async () => {
      if (underWay >= limit) return refused(45033)
      most = Math.max(most, ++underWay)
      await clock.sleep(20)
      underWay -= 1
      return ok
    })
    const wecom = clientOf(fake, clock)
    const round = async () => {
      most = 0
      const calls = Promise.all(times(100, () => wecom.meetings.get({ meetingid: 'm' })))
      await clock.advance(10_000)
      await calls
      return most
    }
    expect(await round()).toBe(1)
    limit = 20
    const [first, second] = [await round(), await round()]
    expect(first).toBeGreaterThan(1)
    expect(first).toBeLessThan(6)
    expect(second).toBeGreaterThan(first)
  })

  test('leaves the refusal of a lone call to the retries: others are the reason', async () => {
    const clock = virtualClock()
    const fake = fakeWeCom(() => refused(45033))
    const call = clientOf(fake, clock).meetings.get({ meetingid: 'm' })
    const outcome = expect(call).rejects.toMatchObject({ errcode: 45033, attempts: 4 })
    await clock.advance(10_000)
    await outcome
    expect(fake.calls).toHaveLength(4)
  })

  test('lets a call that waits for room leave, and keeps its turn for the next', async () => {
    const clock = virtualClock()
    const fake = fakeWeCom(() => clock.sleep(20).then(() => ok))
    const wecom = clientOf(fake, clock, { concurrency: 1 })
    const controller = new AbortController()
    const first = wecom.meetings.get({ meetingid: 'first' })
    const left = wecom.meetings.get({ meetingid: 'left' }, { signal: controller.signal })
    const last = wecom.meetings.get({ meetingid: 'last' })
    const leaving = expect(left).rejects.toBe('enough')
    await clock.advance(10)
    controller.abort('enough')
    await leaving
    await clock.advance(30)
    await Promise.all([first, last])
    expect(fake.calls.map(({ body }) => body)).toEqual([
      { meetingid: 'first' },
      { meetingid: 'last' },
    ])
  })

  test('the wait for room counts to a deadline that is given, and keeps no call from its retries', async () => {
    const clock = virtualClock()
    const fake = fakeWeCom((_, nth) =>
      clock.sleep(70_000).then(() => (nth === 2 ? refused(-1) : ok)),
    )
    const wecom = clientOf(fake, clock, { concurrency: 1, timeout: 0 })
    const calls = [{}, { deadline: 100_000 }].map((options) =>
      wecom.meetings.get({ meetingid: 'm' }, options).then(
        () => 'ok',
        ({ name }) => name,
      ),
    )
    await clock.advance(300_000)
    expect(await Promise.all(calls)).toEqual(['ok', 'TimeoutError'])
  })
})

describe('room that a call gives back', () => {
  const meeting = { meetingid: 'm' }

  /** Whether a client of one call at a time still lets one through. */
  async function expectRoom(wecom: WeComClient, clock: VirtualClock): Promise<void> {
    const call = wecom.meetings.get(meeting)
    await clock.advance(1000)
    await call
    expect(clock.pending()).toBe(0)
  }

  test.each(times(40, (turns) => turns))(
    'when it leaves %i microtasks after the response that it waited for',
    async (turns) => {
      const clock = virtualClock()
      const controller = new AbortController()
      const fake = fakeWeCom(async (_, nth) => {
        await clock.sleep(20)
        // Somewhere among these is the moment in which the turn has been given and not yet taken.
        if (nth === 1) void leaveAfter(turns)
        return ok
      })
      async function leaveAfter(turns: number): Promise<void> {
        for (let turn = 0; turn < turns; turn++) await undefined
        controller.abort('left')
      }
      const wecom = clientOf(fake, clock, { concurrency: 1 })
      const first = wecom.meetings.get(meeting)
      const left = wecom.meetings.get(meeting, { signal: controller.signal }).catch(() => {})
      await clock.advance(1000)
      await Promise.all([first, left])
      await expectRoom(wecom, clock)
    },
  )

  test('lets those behind it go at once if it alone kept them', async () => {
    const clock = virtualClock()
    const fake = fakeWeCom(() => clock.sleep(1000).then(() => ok))
    const wide = clientOf(fake, clock)
    const narrow = clientOf(fake, clock, { concurrency: 1 })
    const controller = new AbortController()
    const first = wide.meetings.get(meeting)
    const left = narrow.meetings.get(meeting, { signal: controller.signal }).catch(() => {})
    const behind = wide.meetings.get(meeting)
    await clock.advance(10)
    expect(fake.calls).toHaveLength(1)
    controller.abort('left')
    await clock.advance(10)
    expect(fake.calls).toHaveLength(2)
    await clock.advance(1000)
    await Promise.all([first, left, behind])
  })

  test("when it is aborted during a wait of the caller's own that goes on", async () => {
    const clock = virtualClock()
    const controller = new AbortController()
    const fake = fakeWeCom((_, nth) => (nth === 1 ? refused(-1) : ok))
    const sleep = async () => controller.abort('left')
    const wecom = clientOf(fake, clock, { concurrency: 1, sleep })
    const call = wecom.meetings.get(meeting, { signal: controller.signal })
    await expect(call).rejects.toBe('left')
    await expectRoom(wecom, clock)
  })

  test('when its token never comes', async () => {
    const clock = virtualClock()
    const { fetch } = fakeWeCom(() => ok)
    let asked = 0
    const accessToken = () =>
      ++asked === 1 ? new Promise<string>(() => {}) : Promise.resolve('a-token')
    const wecom = createHostClient(
      { accessToken, concurrency: 1 },
      { fetch, timer: clock.timer, clock: clock.now },
    )
    const call = expect(wecom.meetings.get(meeting, { deadline: 100 })).rejects.toThrow('100 ms')
    await clock.advance(100)
    await call
    await expectRoom(wecom, clock)
  })

  test('when its token fails', async () => {
    const clock = virtualClock()
    const fake = fakeWeCom(
      () => ok,
      (_, nth) => (nth === 1 ? refused(60020) : issued('a-token')),
    )
    const wecom = clientOf(fake, clock, { concurrency: 1 })
    await expect(wecom.meetings.get(meeting)).rejects.toThrow('60020')
    await expectRoom(wecom, clock)
  })
})

describe('rateLimit', () => {
  test('a call that leaves while it waits for its minute does not count', async () => {
    const clock = virtualClock()
    const start = clock.now()
    const starts: number[] = []
    const fake = fakeWeCom(() => {
      starts.push(clock.now() - start)
      return ok
    })
    const wecom = clientOf(fake, clock, { rateLimit: 1 })
    const controller = new AbortController()
    const calls = times(4, (index) =>
      wecom.meetings
        .get({ meetingid: 'm' }, index % 3 ? { signal: controller.signal } : {})
        .then(() => 'sent')
        .catch((reason) => reason),
    )
    await clock.advance(30_000)
    controller.abort('left')
    await clock.advance(30_000)
    expect(await Promise.all(calls)).toEqual(['sent', 'left', 'left', 'sent'])
    expect(starts).toEqual([0, 60_000])
    expect(clock.pending()).toBe(0)
  })

  test('counts what other clients of the corp send, which need not wait if they have none', async () => {
    const clock = virtualClock()
    const fake = fakeWeCom(() => ok)
    const limited = clientOf(fake, clock, { rateLimit: 2 })
    const free = clientOf(fake, clock)
    const call = (wecom: WeComClient) => wecom.meetings.get({ meetingid: 'm' })
    await call(limited)
    await call(free)
    const waits = call(limited)
    await call(free)
    expect(fake.calls).toHaveLength(3)
    await clock.advance(60_000)
    await waits
    expect(fake.calls).toHaveLength(4)
  })

  test('a deadline ends the wait for the minute', async () => {
    const clock = virtualClock()
    const fake = fakeWeCom(() => ok)
    const wecom = clientOf(fake, clock, { rateLimit: 1 })
    await wecom.meetings.get({ meetingid: 'm' })
    const call = wecom.meetings.get({ meetingid: 'm' }, { deadline: 500 })
    const outcome = expect(call).rejects.toMatchObject({ name: 'TimeoutError', attempts: 0 })
    await clock.advance(500)
    await outcome
    expect(clock.pending()).toBe(0)
  })

  test('a call to an operation that rests uses up no start of the minute', async () => {
    const clock = virtualClock()
    const fake = fakeWeCom((_, nth) => (nth === 1 ? refused(45009) : ok))
    const wecom = clientOf(fake, clock, { rateLimit: 2, waitOnRateLimit: true, maxRetries: 0 })
    await expect(wecom.meetings.get({ meetingid: 'm' })).rejects.toThrow('45009')
    const rests = wecom.meetings.get({ meetingid: 'm' })
    await clock.advance(1)
    await wecom.request('/cgi-bin/user/get')
    expect(fake.calls).toHaveLength(2)
    await clock.advance(70_000)
    await rests
  })

  test.each([0, 10_000])(
    'lets so many requests start within any minute, with a token after %i ms',
    async (tokenTime) => {
      const clock = virtualClock()
      const starts: number[] = []
      const fake = fakeWeCom(
        () => {
          starts.push(clock.now())
          return ok
        },
        () => clock.sleep(tokenTime).then(() => issued('a-token')),
      )
      const wecom = clientOf(fake, clock, { rateLimit: 10 })
      const calls = Promise.all(times(35, () => wecom.meetings.get({ meetingid: 'm' })))
      await clock.advance(190_000)
      await calls
      for (const [index, start] of starts.entries()) {
        expect(start - (starts[index - 10] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(
          60_000,
        )
      }
      expect(starts).toHaveLength(35)
    },
  )

  test('after 45009 all calls to the operation wait for the window together', async () => {
    const clock = virtualClock()
    const start = clock.now()
    const fake = fakeWeCom(({ path }, nth) =>
      nth === 1 || (path.endsWith('get_info') && clock.now() < start + 60_000)
        ? refused(45009)
        : ok,
    )
    const wecom = clientOf(fake, clock, { waitOnRateLimit: true, concurrency: 1 })
    const calls = Promise.all(times(9, () => wecom.meetings.get({ meetingid: 'm' })))
    await clock.advance(1)
    expect(fake.calls).toHaveLength(1)
    await wecom.request('/cgi-bin/user/get')
    expect(fake.calls).toHaveLength(2)
    await clock.advance(70_000)
    await calls
    expect(fake.calls).toHaveLength(11)
  })
})
