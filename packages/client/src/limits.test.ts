import { describe, expect, test } from 'vitest'
import { brokenConnection, fakeWeCom, issued, refused } from '../test/support/fakeWeCom.ts'
import { virtualClock } from '../test/support/virtualClock.ts'
import { createHostClient } from './client.ts'
import type { ClientSettings } from './options.ts'

const ok = { errcode: 0, errmsg: 'ok' }
const meeting = { meetingid: 'm' }
type Fake = ReturnType<typeof fakeWeCom>

/** A fetch that never responds, and counts those that still wait. */
function silent() {
  let open = 0
  const never = ({ signal }: { signal: AbortSignal | undefined }) => {
    open += 1
    return new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => {
        open -= 1
        reject(signal.reason)
      })
    })
  }
  return { never, open: () => open }
}

/** A signal that counts its listeners. */
function watchedSignal() {
  const controller = new AbortController()
  const { signal } = controller
  let listeners = 0
  const { addEventListener, removeEventListener } = signal
  signal.addEventListener = (...args: unknown[]) => {
    listeners += 1
    return addEventListener.apply(signal, args as never)
  }
  signal.removeEventListener = (...args: unknown[]) => {
    listeners -= 1
    return removeEventListener.apply(signal, args as never)
  }
  return { controller, signal, listeners: () => listeners }
}

function clientOf(fake: Fake, clock: ReturnType<typeof virtualClock>, settings?: ClientSettings) {
  const host = { fetch: fake.fetch, timer: clock.timer, now: clock.now, clock: clock.now }
  return createHostClient({ ...fake.credentials, ...settings }, host)
}

/** What became of a call so far. */
function outcomeOf(call: PromiseLike<unknown>) {
  const outcome: { value?: unknown; error: unknown; settled: boolean } = {
    error: undefined,
    settled: false,
  }
  call.then(
    (value) => Object.assign(outcome, { value, settled: true }),
    (error) => Object.assign(outcome, { error, settled: true }),
  )
  return outcome
}

describe('timeout', () => {
  test('ends an attempt, and the next one may succeed', async () => {
    const clock = virtualClock()
    const { never, open } = silent()
    const fake = fakeWeCom((request, nth) => (nth < 3 ? never(request) : ok))
    const outcome = outcomeOf(clientOf(fake, clock, { timeout: 1000 }).meetings.get(meeting))
    await clock.advance(999)
    expect(fake.calls).toHaveLength(1)
    await clock.advance(1 + 500 + 1000 + 1000)
    expect(outcome).toMatchObject({ settled: true, error: undefined })
    expect(fake.calls).toHaveLength(3)
    expect(open()).toBe(0)
    expect(clock.pending()).toBe(0)
  })

  test('for ever: four attempts, then a TimeoutError', async () => {
    const clock = virtualClock()
    const { never, open } = silent()
    const fake = fakeWeCom(never)
    const outcome = outcomeOf(clientOf(fake, clock, { timeout: 1000 }).meetings.get(meeting))
    await clock.advance(10_000)
    expect(outcome.error).toMatchObject({
      name: 'TimeoutError',
      operation: 'getMeeting',
      message: 'getMeeting timed out after 1000 ms.',
    })
    expect(fake.calls).toHaveLength(4)
    expect(open()).toBe(0)
    expect(clock.pending()).toBe(0)
  })

  test('is 30 seconds unless told otherwise, and a call can have its own', async () => {
    const clock = virtualClock()
    const { never } = silent()
    const fake = fakeWeCom(never)
    const wecom = clientOf(fake, clock, { maxRetries: 0 })
    const usual = outcomeOf(wecom.meetings.get(meeting))
    const short = outcomeOf(wecom.meetings.get(meeting, { timeout: 50 }))
    const none = outcomeOf(wecom.meetings.get(meeting, { timeout: 0 }))
    await clock.advance(50)
    expect([usual.settled, short.settled]).toEqual([false, true])
    await clock.advance(30_000)
    expect([usual.settled, none.settled]).toEqual([true, false])
  })

  test('also ends a response that stops half-way', async () => {
    const clock = virtualClock()
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"errcode":')),
    })
    const fake = fakeWeCom(() => new Response(body))
    const settings = { timeout: 1000, maxRetries: 0 }
    const outcome = outcomeOf(clientOf(fake, clock, settings).meetings.get(meeting))
    await clock.advance(1000)
    expect(outcome.error).toMatchObject({ name: 'TimeoutError' })
  })
})

describe('deadline', () => {
  test('covers attempts and waits', async () => {
    const clock = virtualClock()
    const fake = fakeWeCom(() => refused(-1))
    const settings = { deadline: 20_000, maxRetries: 1000 }
    const outcome = outcomeOf(clientOf(fake, clock, settings).meetings.get(meeting))
    await clock.advance(19_999)
    expect(outcome.settled).toBe(false)
    await clock.advance(1)
    expect(outcome.error).toMatchObject({
      name: 'TimeoutError',
      message: 'getMeeting timed out after 20000 ms.',
    })
    expect(clock.pending()).toBe(0)
    const sent = fake.calls.length
    await clock.advance(60_000)
    expect(fake.calls).toHaveLength(sent)
  })

  test('covers the wait for a token', async () => {
    const clock = virtualClock()
    const { never, open } = silent()
    const fake = fakeWeCom(() => ok, never)
    const outcome = outcomeOf(clientOf(fake, clock).meetings.get(meeting, { deadline: 100 }))
    await clock.advance(100)
    expect(outcome.error).toMatchObject({ name: 'TimeoutError', operation: 'getMeeting' })
    expect(open()).toBe(0)
    expect(clock.pending()).toBe(0)
  })

  test('holds against a fetch and a sleep that heed no signal', async () => {
    const clock = virtualClock()
    const fake = fakeWeCom(() => new Promise(() => {}))
    const wecom = createHostClient(
      { accessToken: 'a-token', deadline: 100, sleep: (ms) => clock.sleep(ms) },
      { fetch: fake.fetch, timer: clock.timer, now: clock.now, clock: clock.now },
    )
    const outcome = outcomeOf(wecom.meetings.get(meeting))
    await clock.advance(100)
    expect(outcome.error).toMatchObject({ name: 'TimeoutError' })
    await clock.advance(120_000)
    expect(fake.calls).toHaveLength(1)
  })
})

describe('signal', () => {
  test.each(['enough', '', 0, null, false])(
    'that has aborted before, with %j, keeps the call from being sent',
    async (reason) => {
      const fake = fakeWeCom(() => ok)
      const signal = AbortSignal.abort(reason)
      const { meetings, raw, request } = clientOf(fake, virtualClock())
      await expect(meetings.get(meeting, { signal })).rejects.toBe(reason)
      await expect(meetings.listIds({ userid: 'u' }, { signal })).rejects.toBe(reason)
      await expect(request('/cgi-bin/x', {}, { signal })).rejects.toBe(reason)
      const sent = raw.POST('/cgi-bin/meeting/get_info', { body: meeting, signal })
      await expect(sent).rejects.toBe(reason)
      expect(fake.calls.length + fake.tokenRequests.length).toBe(0)
    },
  )

  test('that aborts as the call begins asks for no token, and leaves no failure behind', async () => {
    let asked = 0
    const tokenStore = {
      get: async () => void asked++,
      set: async () => {},
      delete: async () => {},
    }
    const fake = fakeWeCom(() => ok)
    const { controller, signal, listeners } = watchedSignal()
    const clock = virtualClock()
    const outcome = outcomeOf(
      clientOf(fake, clock, { tokenStore }).meetings.get(meeting, { signal }),
    )
    controller.abort('enough')
    await clock.advance(0)
    expect(outcome.error).toBe('enough')
    expect([asked, fake.tokenRequests.length, clock.pending(), listeners()]).toEqual([0, 0, 0, 0])
  })

  test('ends a call whose token comes later; no attempt is told of', async () => {
    const clock = virtualClock()
    let attempts = 0
    const hooks = { onRequest: () => void attempts++, onResponse: () => void attempts++ }
    const accessToken = () => clock.sleep(1000).then(() => 'a-token')
    const fake = fakeWeCom(() => ok)
    const host = { fetch: fake.fetch, timer: clock.timer, now: clock.now, clock: clock.now }
    const wecom = createHostClient({ accessToken, hooks }, host)
    const controller = new AbortController()
    const outcome = outcomeOf(wecom.meetings.get(meeting, { signal: controller.signal }))
    await clock.advance(500)
    controller.abort('enough')
    await clock.advance(1000)
    expect(outcome.error).toBe('enough')
    expect([attempts, fake.calls.length, clock.pending()]).toEqual([0, 0, 0])
  })

  test('ends a call that waits for its response', async () => {
    const clock = virtualClock()
    const { never, open } = silent()
    const { controller, signal, listeners } = watchedSignal()
    const fake = fakeWeCom(never)
    const outcome = outcomeOf(clientOf(fake, clock).meetings.get(meeting, { signal }))
    await clock.advance(0)
    expect(open()).toBe(1)
    controller.abort('enough')
    await clock.advance(0)
    expect(outcome.error).toBe('enough')
    expect([open(), clock.pending(), listeners()]).toEqual([0, 0, 0])
  })

  test('ends a call that backs off, at once', async () => {
    const clock = virtualClock()
    const { controller, signal, listeners } = watchedSignal()
    const fake = fakeWeCom(() => brokenConnection())
    const wecom = createHostClient(
      // Every wait lasts an hour, so that the call is sure to be in one.
      { accessToken: 'a-token', timeout: 0, sleep: (_, ended) => clock.sleep(3_600_000, ended) },
      { fetch: fake.fetch, timer: clock.timer, now: clock.now, clock: clock.now },
    )
    const outcome = outcomeOf(wecom.meetings.get(meeting, { signal }))
    await clock.advance(0)
    expect(clock.pending()).toBe(1)
    controller.abort('enough')
    await clock.advance(0)
    expect(outcome.error).toBe('enough')
    expect([clock.pending(), listeners(), fake.calls.length]).toEqual([0, 0, 1])
  })

  test('ends the wait for a token that others go on waiting for', async () => {
    const clock = virtualClock()
    const fake = fakeWeCom(
      () => ok,
      async () => {
        await clock.sleep(1000)
        return issued('token-1')
      },
    )
    const wecom = clientOf(fake, clock)
    const { controller, signal, listeners } = watchedSignal()
    const impatient = outcomeOf(wecom.meetings.get(meeting, { signal }))
    const patient = outcomeOf(wecom.meetings.get(meeting))
    await clock.advance(500)
    controller.abort('enough')
    await clock.advance(0)
    expect(impatient.error).toBe('enough')
    expect(listeners()).toBe(0)
    await clock.advance(500)
    expect(patient).toMatchObject({ settled: true, error: undefined })
    expect(fake.tokenRequests).toHaveLength(1)
    expect(fake.calls).toHaveLength(1)
  })

  test('of the last one who waits for a token ends its request; the next call asks anew', async () => {
    const clock = virtualClock()
    const { never, open } = silent()
    const fake = fakeWeCom(
      () => ok,
      (request, nth) => (nth === 1 ? never(request) : issued('token-2')),
    )
    const wecom = clientOf(fake, clock)
    const controller = new AbortController()
    const calls = [1, 2].map(() =>
      outcomeOf(wecom.meetings.get(meeting, { signal: controller.signal })),
    )
    await clock.advance(10)
    expect(open()).toBe(1)
    controller.abort('enough')
    await clock.advance(0)
    const next = outcomeOf(wecom.meetings.get(meeting))
    await clock.advance(10)
    expect(calls.map(({ error }) => error)).toEqual(['enough', 'enough'])
    expect(next).toMatchObject({ settled: true, error: undefined })
    expect([open(), clock.pending(), fake.tokenRequests.length]).toEqual([0, 0, 2])
  })

  test('leaves nothing behind on a call that succeeds', async () => {
    const clock = virtualClock()
    const { signal, listeners } = watchedSignal()
    const fake = fakeWeCom((_, nth) => (nth === 1 ? refused(-1) : ok))
    const outcome = outcomeOf(clientOf(fake, clock).meetings.get(meeting, { signal }))
    await clock.advance(500)
    expect(outcome).toMatchObject({ settled: true, error: undefined })
    expect([clock.pending(), listeners()]).toEqual([0, 0])
  })

  test('of raw counts too', async () => {
    const clock = virtualClock()
    const { never } = silent()
    const fake = fakeWeCom(never)
    const controller = new AbortController()
    const { signal } = controller
    const call = clientOf(fake, clock).raw.POST('/cgi-bin/meeting/get_info', {
      body: meeting,
      signal,
    })
    const outcome = outcomeOf(call)
    await clock.advance(10)
    controller.abort('enough')
    await clock.advance(0)
    expect(outcome.error).toBe('enough')
  })
})
