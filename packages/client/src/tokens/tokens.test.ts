import { describe, expect, test } from 'vitest'
import {
  type FakeAnswer,
  type FakeWeCom,
  fakeWeCom,
  issued,
  refused,
} from '../../test/support/fakeWeCom.ts'
import { settle, type VirtualClock, virtualClock } from '../../test/support/virtualClock.ts'
import { assembleClient } from '../core/assembleClient.ts'
import type { WeComClientOptions } from '../core/options.ts'
import { createWeComClient } from '../createWeComClient.ts'
import { corpTokenSource } from './corpTokenSource.ts'
import type { StoredToken, TokenStore } from './tokenStore.ts'

const ok = { errcode: 0, errmsg: 'ok' }
const meeting = { meetingid: 'm' }
const times = <Result>(count: number, make: (index: number) => Result): Result[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** A client of the fake whose time is the clock's. */
function clientOf(
  fake: FakeWeCom,
  clock = virtualClock(),
  options: Partial<WeComClientOptions> = {},
) {
  return assembleClient({ ...fake.credentials, ...options } as WeComClientOptions, {
    fetch: fake.fetch,
    timer: clock.timer,
    now: clock.now,
    clock: clock.now,
  })
}

/** A store that counts, over a Map that several of them can share. */
function mapStore(tokens = new Map<string, StoredToken>()): TokenStore & { tokens: typeof tokens } {
  return {
    tokens,
    get: async (key) => tokens.get(key),
    set: async (key, token) => void tokens.set(key, token),
    delete: async (key, token) => {
      if (tokens.get(key)?.token === token) tokens.delete(key)
    },
  }
}

describe('one token', () => {
  test('50 calls at once and 50 after them need one', async () => {
    const fake = fakeWeCom(() => ok)
    const wecom = clientOf(fake)
    await Promise.all(times(50, () => wecom.meetings.get(meeting)))
    await Promise.all(times(50, () => wecom.meetings.get(meeting)))
    expect(fake.tokenRequests).toHaveLength(1)
  })

  test('two clients of one app share it, another app has its own', async () => {
    const fake = fakeWeCom(() => ok)
    const options = { ...fake.credentials, fetch: fake.fetch }
    await createWeComClient(options).meetings.get(meeting)
    await createWeComClient(options).meetings.get(meeting)
    expect(fake.tokenRequests).toHaveLength(1)
    await createWeComClient({ ...options, corpSecret: 'another' }).meetings.get(meeting)
    expect(fake.tokenRequests).toHaveLength(2)
    await createWeComClient({ ...options, baseUrl: 'https://b.example' }).meetings.get(meeting)
    expect(fake.tokenRequests).toHaveLength(3)
  })

  test.each([
    ['of two hours is renewed five minutes before its end', 7200, 6900],
    ['of a minute is renewed after nine tenths of it', 60, 54],
    ['whose life WeCom does not say lives two hours', Number.NaN, 6900],
  ])('one %s', async (_, expires_in, renewedAfter) => {
    const clock = virtualClock()
    const fake = fakeWeCom(
      () => ok,
      (_, nth) => issued(`token-${nth}`, expires_in),
    )
    const wecom = clientOf(fake, clock)
    await wecom.meetings.get(meeting)
    await clock.advance(renewedAfter * 1000 - 1)
    await wecom.meetings.get(meeting)
    expect(fake.tokenRequests).toHaveLength(1)
    await clock.advance(1)
    await wecom.meetings.get(meeting)
    expect(fake.tokenRequests).toHaveLength(2)
  })
})

test('calls at once make one key, and go on in the order in which they were made', async () => {
  let keys = 0
  const tokens = corpTokenSource({
    key: async () => `calls in order ${++keys}`,
    issue: async () => ({ access_token: 'a-token', expires_in: 7200 }),
    now: Date.now,
    tell: () => {},
  })
  const order: number[] = []
  await Promise.all(times(3, (index) => tokens.get().then(() => order.push(index))))
  await tokens.get()
  expect({ keys, order }).toEqual({ keys: 1, order: [0, 1, 2] })
})

describe('a renewal that fails', () => {
  /** A client whose token is due for renewal, and whose next token request ends in `renewal`. */
  async function due(
    renewal: (clock: VirtualClock) => FakeAnswer,
    answer: () => FakeAnswer = () => ok,
  ) {
    const clock = virtualClock()
    const fake = fakeWeCom(answer, (_, nth) => (nth === 1 ? issued('token-1') : renewal(clock)))
    const wecom = clientOf(fake, clock, { maxRetries: 0 })
    await wecom.meetings.get(meeting)
    await clock.advance(6_900_000)
    return { fake, wecom }
  }

  test('leaves the old token, which WeCom may take to its end', async () => {
    const { fake, wecom } = await due(() => refused(-1))
    await wecom.meetings.get(meeting)
    await wecom.meetings.get(meeting)
    expect(fake.calls.map(({ token }) => token)).toEqual(['token-1', 'token-1', 'token-1'])
    expect(fake.tokenRequests).toHaveLength(3)
  })

  test('fails the call once WeCom has refused the old token', async () => {
    let answer: FakeAnswer = ok
    const { fake, wecom } = await due(
      () => refused(-1),
      () => answer,
    )
    answer = refused(42001)
    await expect(wecom.meetings.get(meeting)).rejects.toMatchObject({ operation: 'getToken' })
    expect(fake.calls).toHaveLength(2)
  })

  test('fails the call where it is the secret that is refused', async () => {
    const { fake, wecom } = await due(() => refused(40001))
    await expect(wecom.meetings.get(meeting)).rejects.toMatchObject({ errcode: 40001 })
    expect(fake.calls).toHaveLength(1)
  })

  test('gives no token to a caller that has left', async () => {
    const { fake, wecom } = await due((clock) => clock.sleep(1000).then(() => refused(-1)))
    const controller = new AbortController()
    const call = wecom.meetings.get(meeting, { signal: controller.signal })
    await settle()
    controller.abort('left')
    await expect(call).rejects.toBe('left')
    expect(fake.tokenRequests).toHaveLength(2)
    expect(fake.calls).toHaveLength(1)
  })
})

describe('a token that dies', () => {
  test('under 50 calls whose failures are spread over a second needs one new token', async () => {
    const clock = virtualClock()
    const fake = fakeWeCom(async ({ token }, nth) => {
      if (nth === 1 || token !== 'token-1') return ok
      await clock.sleep(20 * (nth - 2))
      return refused(nth % 2 ? 40014 : 42001)
    })
    const wecom = clientOf(fake, clock)
    await wecom.meetings.get(meeting)
    const calls = Promise.all(times(50, () => wecom.meetings.get(meeting)))
    await clock.advance(1000)
    await calls
    expect(fake.tokenRequests).toHaveLength(2)
    expect(fake.calls).toHaveLength(101)
  })

  test('is not thrown away twice when WeCom gives the same text again', async () => {
    const clock = virtualClock()
    const fake = fakeWeCom(
      async (_, nth) => {
        await clock.sleep(20 * nth)
        return refused(40014)
      },
      () => issued('the same'),
    )
    const wecom = clientOf(fake, clock, { timeout: 0 })
    const calls = Promise.allSettled(times(50, () => wecom.meetings.get(meeting)))
    await clock.advance(1000)
    await calls
    expect(fake.tokenRequests).toHaveLength(2)
    expect(fake.calls).toHaveLength(50)
  })

  test('and stays invalid fails the call after its second attempt', async () => {
    const fake = fakeWeCom(() => refused(40014))
    await expect(clientOf(fake).meetings.get(meeting)).rejects.toMatchObject({
      name: 'AuthenticationError',
      errcode: 40014,
    })
    expect(fake.calls.map(({ token }) => token)).toEqual(['token-1', 'token-2'])
  })

  test('costs no retry', async () => {
    const answers = [refused(42001), refused(-1), ok]
    const fake = fakeWeCom((_, nth) => answers[nth - 1] ?? ok)
    const clock = virtualClock()
    const call = clientOf(fake, clock, { maxRetries: 1 }).meetings.get(meeting)
    await clock.advance(1000)
    await call
    expect(fake.calls).toHaveLength(3)
  })
})

describe('a refused secret', () => {
  test('20 calls ask once, and nobody asks again for a minute', async () => {
    const clock = virtualClock()
    const fake = fakeWeCom(
      () => ok,
      () => refused(40001),
    )
    const wecom = clientOf(fake, clock)
    const results = await Promise.allSettled(times(20, () => wecom.meetings.get(meeting)))
    await clock.advance(59_999)
    await expect(wecom.meetings.get(meeting)).rejects.toMatchObject({ operation: 'getToken' })
    expect(results.every(({ status }) => status === 'rejected')).toBe(true)
    expect(fake.tokenRequests).toHaveLength(1)
    await clock.advance(1)
    await expect(wecom.meetings.get(meeting)).rejects.toThrow('40001')
    expect(fake.tokenRequests).toHaveLength(2)
    expect(fake.calls).toHaveLength(0)
  })

  test('a token request that fails for another reason is not remembered', async () => {
    const fake = fakeWeCom(
      () => ok,
      (_, nth) => (nth === 1 ? refused(60020) : issued('token-1')),
    )
    const wecom = clientOf(fake)
    await expect(wecom.meetings.get(meeting)).rejects.toThrow('60020')
    await wecom.meetings.get(meeting)
    expect(fake.tokenRequests).toHaveLength(2)
  })

  test.each([[{ errcode: 0 }], [issued('')], [{ ...issued('x'), access_token: 7 }]])(
    'an answer without a token, %j, is a ResponseFormatError',
    async (answer) => {
      const fake = fakeWeCom(
        () => ok,
        () => answer,
      )
      await expect(clientOf(fake).meetings.get(meeting)).rejects.toMatchObject({
        name: 'ResponseFormatError',
        operation: 'getToken',
      })
      expect(fake.calls).toHaveLength(0)
    },
  )
})

describe('a token of the caller’s own', () => {
  test('is used as it is, and asks WeCom for none', async () => {
    const fake = fakeWeCom(() => refused(42001))
    const wecom = createWeComClient({ accessToken: 'mine', fetch: fake.fetch })
    await expect(wecom.meetings.get(meeting)).rejects.toThrow('42001')
    expect(fake.calls.map(({ token }) => token)).toEqual(['mine'])
    expect(fake.tokenRequests).toHaveLength(0)
  })

  test('a function is asked for each call, and once more after a refusal', async () => {
    const fake = fakeWeCom((_, nth) => (nth === 2 ? refused(40014) : ok))
    let asked = 0
    const wecom = createWeComClient({
      accessToken: async () => `mine-${++asked}`,
      fetch: fake.fetch,
    })
    await wecom.meetings.get(meeting)
    await wecom.meetings.get(meeting)
    expect(fake.calls.map(({ token }) => token)).toEqual(['mine-1', 'mine-2', 'mine-3'])
  })
})

test.each([
  ['nothing', undefined],
  ['an empty text', ''],
  ['an object', { access_token: 'mine' }],
])('an accessToken that gives %s is a TypeError, and nothing is sent', async (_, given) => {
  const fake = fakeWeCom(() => ok)
  const wecom = createWeComClient({ accessToken: () => given as string, fetch: fake.fetch })
  const call = wecom.meetings.get(meeting)
  await expect(call).rejects.toThrow(new TypeError('accessToken gave no text; expected a token.'))
  expect(fake.calls).toHaveLength(0)
})

describe('a store', () => {
  test('hands the token to another process, and keeps the new one after a refusal', async () => {
    const shared = new Map<string, StoredToken>()
    const fake = fakeWeCom(({ token }) => (token === 'token-1' ? refused(40014) : ok))
    await clientOf(fake, virtualClock(), { tokenStore: mapStore(shared) }).meetings.get(meeting)
    await clientOf(fake, virtualClock(), { tokenStore: mapStore(shared) }).meetings.get(meeting)
    expect(fake.tokenRequests).toHaveLength(2)
    expect([...shared.values()]).toMatchObject([{ token: 'token-2' }])
  })

  test('no key holds the secret', async () => {
    const store = mapStore()
    const fake = fakeWeCom(() => ok)
    await clientOf(fake, virtualClock(), { tokenStore: store }).meetings.get(meeting)
    const [key = ''] = store.tokens.keys()
    expect(key).toContain(fake.credentials.corpId)
    expect(key).not.toContain(fake.credentials.corpSecret)
  })

  test('an expired token in it is not used', async () => {
    const store = mapStore()
    store.get = async () => ({ token: 'old', expiresAt: 1 })
    const fake = fakeWeCom(() => ok)
    await clientOf(fake, virtualClock(), { tokenStore: store }).meetings.get(meeting)
    expect(fake.calls.map(({ token }) => token)).toEqual(['token-1'])
  })

  test('with a lock, whoever comes second finds the first one’s token', async () => {
    const shared = new Map<string, StoredToken>()
    let turn = Promise.resolve()
    const locked = (): TokenStore => ({
      ...mapStore(shared),
      lock: async () => {
        const before = turn
        let release = () => {}
        turn = new Promise((resolve) => {
          release = resolve
        })
        await before
        return async () => release()
      },
    })
    const fake = fakeWeCom(() => ok)
    const clients = times(4, () => clientOf(fake, virtualClock(), { tokenStore: locked() }))
    await Promise.all(clients.flatMap((wecom) => times(25, () => wecom.meetings.get(meeting))))
    expect(fake.tokenRequests).toHaveLength(1)
    expect(fake.calls).toHaveLength(100)
  })

  test.each<[string, () => Promise<never>]>([
    ['rejects', () => Promise.reject(new Error('the store is away'))],
    [
      'throws',
      () => {
        throw new Error('the store is away')
      },
    ],
  ])('one that always %s costs its benefit, not the call', async (_, fail) => {
    const tokenStore: TokenStore = { get: fail, set: fail, delete: fail, lock: fail }
    const events: string[] = []
    const fake = fakeWeCom((_, nth) => (nth === 1 ? refused(40014) : ok))
    const hooks = { onToken: ({ kind }: { kind: string }) => void events.push(kind) }
    await clientOf(fake, virtualClock(), { tokenStore, hooks }).meetings.get(meeting)
    expect(fake.calls.map(({ token }) => token)).toEqual(['token-1', 'token-2'])
    const failures = ['store-failed', 'store-failed', 'store-failed', 'issued']
    expect(events).toEqual([...failures, 'dropped', 'store-failed', ...failures])
  })

  test('a release that throws costs no call', async () => {
    const lock = async () => () => {
      throw new Error('the lock is lost')
    }
    const fake = fakeWeCom(() => ok)
    const tokenStore = { ...mapStore(), lock }
    await clientOf(fake, virtualClock(), { tokenStore }).meetings.get(meeting)
    expect(fake.calls).toHaveLength(1)
  })
})
