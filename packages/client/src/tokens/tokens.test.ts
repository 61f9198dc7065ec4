import { describe, expect, test } from 'vitest'
import { everythingIn } from '../../test/support/everythingIn.ts'
import {
  type FakeResponse,
  type FakeWeCom,
  fakeWeCom,
  issued,
  refused,
} from '../../test/support/fakeWeCom.ts'
import { settle, type VirtualClock, virtualClock } from '../../test/support/virtualClock.ts'
import { createHostClient } from '../client.ts'
import { createWeComClient } from '../createWeComClient.ts'
import type { RetryEvent } from '../hooks.ts'
import type { WeComClientOptions } from '../options.ts'
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
  return createHostClient({ ...fake.credentials, ...options } as WeComClientOptions, {
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
    ['whose life is an object lives two hours', { valueOf: 1, toString: 1 }, 6900],
    ['whose life is a list lives two hours', [60], 6900],
    ['whose life is text lives as long as that says', '7200', 6900],
    ['whose life is other text lives two hours', 'soon', 6900],
    ['of no time at all lives a minute', 0, 54],
    ['of next to no time lives a minute', 0.0001, 54],
    ['of less than no time lives a minute', -7200, 54],
    ['of a thousand years lives a day', 3e10, 86_100],
    ['of endless life lives a day', '1e999', 86_100],
  ])('one %s', async (_, expires_in, renewedAfter) => {
    const clock = virtualClock()
    const fake = fakeWeCom(
      () => ok,
      (_, nth) => issued(`token-${nth}`, expires_in as number),
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

test('calls that wait for a token are sent in the order in which they were made', async () => {
  const fake = fakeWeCom(() => ok)
  const wecom = clientOf(fake)
  await Promise.all(times(3, (index) => wecom.meetings.get({ meetingid: `${index}` })))
  expect(fake.calls.map(({ body }) => body)).toEqual(
    times(3, (index) => ({ meetingid: `${index}` })),
  )
})

describe('a renewal that fails', () => {
  /** A client whose token is due for renewal, and whose next token request ends in `renewal`. */
  async function due(
    renewal: (clock: VirtualClock) => FakeResponse,
    respond: () => FakeResponse = () => ok,
  ) {
    const clock = virtualClock()
    const fake = fakeWeCom(respond, (_, nth) => (nth === 1 ? issued('token-1') : renewal(clock)))
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
    let response: FakeResponse = ok
    const { fake, wecom } = await due(
      () => refused(-1),
      () => response,
    )
    response = refused(42001)
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
    const wecom = clientOf(fake, clock, { concurrency: 50 })
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
    const wecom = clientOf(fake, clock, { timeout: 0, concurrency: 50 })
    const calls = Promise.allSettled(times(50, () => wecom.meetings.get(meeting)))
    await clock.advance(1000)
    await calls
    expect(fake.tokenRequests).toHaveLength(2)
    expect(fake.calls).toHaveLength(50)
  })

  test('and whose successor is refused and stays the same fails the call after two attempts', async () => {
    const fake = fakeWeCom(
      () => refused(40014),
      (_, nth) => issued(nth === 1 ? 'token-1' : 'token-2'),
    )
    await expect(clientOf(fake).meetings.get(meeting)).rejects.toMatchObject({
      name: 'AuthenticationError',
      errcode: 40014,
    })
    expect(fake.calls.map(({ token }) => token)).toEqual(['token-1', 'token-2'])
  })

  test.each([0, 1, 3])(
    'with each of its successors takes one renewal and %i retries at most',
    async (maxRetries) => {
      const retries: unknown[] = []
      const hooks = { onRetry: ({ retry, wait }: RetryEvent) => void retries.push([retry, wait]) }
      const fake = fakeWeCom(() => refused(40014))
      const wecom = clientOf(fake, virtualClock(), { maxRetries, hooks })
      await expect(wecom.meetings.get(meeting)).rejects.toMatchObject({ errcode: 40014 })
      expect(fake.calls.map(({ token }) => token)).toEqual(
        times(maxRetries + 2, (index) => `token-${index + 1}`),
      )
      expect(retries).toEqual(times(maxRetries, (index) => [index + 1, 0]))
    },
  )

  test('twice while 5,000 calls are in flight fails none of them', async () => {
    const clock = virtualClock()
    const start = clock.now()
    const alive = () => `token-${1 + [1000, 2000].filter((at) => clock.now() - start >= at).length}`
    const moments = new Map<number, Promise<void>>()
    const moment = (at: number) => {
      const passed = moments.get(at) ?? clock.sleep(at - clock.now())
      moments.set(at, passed)
      return passed
    }
    const fake = fakeWeCom(
      async ({ token }, nth) => {
        await moment(clock.now() + 100 * (1 + (nth % 18)))
        return token === alive() ? ok : refused(42001)
      },
      () => issued(alive()),
    )
    const wecom = clientOf(fake, clock, { timeout: 0, concurrency: 5000 })
    const results = Promise.allSettled(times(5000, () => wecom.meetings.get(meeting)))
    await clock.advance(10_000)
    const failed = (await results).filter(({ status }) => status === 'rejected')
    expect(failed).toEqual([])
    expect(fake.tokenRequests).toHaveLength(3)
    expect(new Set(fake.calls.map(({ token }) => token)).size).toBe(3)
  }, 60_000)

  test('and is given again unchanged is not asked for by each call anew', async () => {
    const clock = virtualClock()
    const fake = fakeWeCom(
      () => refused(40014),
      () => issued('the same'),
    )
    const wecom = clientOf(fake, clock)
    for (let call = 0; call < 20; call++) {
      await expect(wecom.meetings.get(meeting)).rejects.toMatchObject({ errcode: 40014 })
    }
    expect([fake.tokenRequests.length, fake.calls.length]).toEqual([2, 20])
    await clock.advance(4999)
    await expect(wecom.meetings.get(meeting)).rejects.toThrow()
    expect(fake.tokenRequests).toHaveLength(2)
    await clock.advance(1)
    await expect(wecom.meetings.get(meeting)).rejects.toThrow()
    expect(fake.tokenRequests).toHaveLength(3)
  })

  test('costs no retry', async () => {
    const responses = [refused(42001), refused(-1), ok]
    const fake = fakeWeCom((_, nth) => responses[nth - 1] ?? ok)
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

  test('is taken again after a minute, even if the time of day is set back meanwhile', async () => {
    const clock = virtualClock()
    let setBack = 0
    const fake = fakeWeCom(
      () => ok,
      (_, nth) => (nth === 1 ? refused(40001) : issued('token-1')),
    )
    const wecom = createHostClient(fake.credentials, {
      fetch: fake.fetch,
      timer: clock.timer,
      clock: clock.now,
      now: () => clock.now() - setBack,
    })
    await expect(wecom.meetings.get(meeting)).rejects.toThrow('40001')
    setBack = 86_400_000
    await clock.advance(60_000)
    await wecom.meetings.get(meeting)
    expect(fake.tokenRequests).toHaveLength(2)
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

  test.each([
    [{ errcode: 0 }],
    [issued('')],
    [{ ...issued('x'), access_token: 7 }],
    [{ ...issued('x'), access_token: ['x'] }],
    [{ ...issued('x'), access_token: { toString: 1 } }],
    [issued('half a character: \ud83d')],
  ])('a response without a token, %j, is a ResponseFormatError', async (response) => {
    const fake = fakeWeCom(
      () => ok,
      () => response,
    )
    await expect(clientOf(fake).meetings.get(meeting)).rejects.toMatchObject({
      name: 'ResponseFormatError',
      operation: 'getToken',
    })
    expect(fake.calls).toHaveLength(0)
  })
})

test('a token longer than any of WeCom’s is none, and is not repeated', async () => {
  const token = 'long-token-'.repeat(2000)
  const fake = fakeWeCom(
    () => ok,
    () => issued(token),
  )
  const error = await clientOf(fake, virtualClock(), { maxRetries: 0 })
    .meetings.get(meeting)
    .catch((thrown) => thrown)
  expect(error).toMatchObject({ name: 'ResponseFormatError', operation: 'getToken' })
  expect(everythingIn(error)).not.toContain('long-token')
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
  ['nothing', undefined, 'is undefined; expected a non-empty string'],
  ['an empty text', ' \n', 'is " \\n"; expected a non-empty string'],
  ['an object', { access_token: 's3cret' }, 'is of type object; expected a non-empty string'],
  ['a list', ['s3cret'], 'is of type object; expected a non-empty string'],
  ['a text with a line end inside', 's3\ncret', 'has white space or an invisible character inside'],
  ['half a character', 's3\ud800cret', 'has white space or an invisible character inside'],
])('an accessToken that gives %s is a TypeError, and nothing is sent', async (_, given, said) => {
  const fake = fakeWeCom(() => ok)
  const wecom = createWeComClient({ accessToken: () => given as string, fetch: fake.fetch })
  const error: Error = await wecom.meetings.get(meeting).then(
    () => expect.unreachable('the call should have failed'),
    (thrown) => thrown,
  )
  expect(error).toBeInstanceOf(TypeError)
  expect(error.message).toContain(`accessToken() ${said}`)
  expect(error.message).not.toContain('cret')
  expect(fake.calls).toHaveLength(0)
})

test('white space around an accessToken that a function gives can only be a slip', async () => {
  const fake = fakeWeCom(() => ok)
  const wecom = createWeComClient({ accessToken: () => ' mine\r\n', fetch: fake.fetch })
  await wecom.meetings.get(meeting)
  expect(fake.calls.map(({ token }) => token)).toEqual(['mine'])
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

  test.each([
    ['nothing', null],
    ['a text', 'token-0'],
    ['a number', 7],
    ['a list', ['token-0']],
    ['a token that is a list', { token: ['token-0'], expiresAt: 9e15 }],
    ['a token that is a number', { token: 7, expiresAt: 9e15 }],
    ['a token that is an object', { token: { toString: 1 }, expiresAt: 9e15 }],
    ['half a character', { token: '\udc00', expiresAt: 9e15 }],
    ['a token longer than any of WeCom’s', { token: 'x'.repeat(22_000), expiresAt: 9e15 }],
    ['an empty token', { token: '', expiresAt: 9e15 }],
    ['an end that is text', { token: 'token-0', expiresAt: '9000000000000000' }],
    [
      'an end that cannot be a number',
      { token: 'token-0', expiresAt: { valueOf: 1, toString: 1 } },
    ],
    ['no end', { token: 'token-0' }],
  ])('that gives %s counts as empty', async (_, stored) => {
    const fake = fakeWeCom(() => ok)
    const tokenStore = { ...mapStore(), get: async () => stored as never }
    await clientOf(fake, virtualClock(), { tokenStore }).meetings.get(meeting)
    expect(fake.calls.map(({ token }) => token)).toEqual(['token-1'])
  })

  test('whose token cannot be read fails like one that throws', async () => {
    const fake = fakeWeCom(() => ok)
    const events: string[] = []
    const stored = {
      get token(): string {
        throw new Error('the store is away')
      },
      expiresAt: 9e15,
    }
    await clientOf(fake, virtualClock(), {
      tokenStore: { ...mapStore(), get: async () => stored },
      hooks: { onToken: ({ kind }) => void events.push(kind) },
    }).meetings.get(meeting)
    expect(fake.calls.map(({ token }) => token)).toEqual(['token-1'])
    expect(events).toEqual(['store-failed', 'issued'])
  })

  test('that cannot read what it holds does not show it', async () => {
    const told: unknown[] = []
    const see = (...seen: unknown[]) => void told.push(...seen)
    const token = 'stored-token_0123456789012345678901234567890123456789'
    for (const held of [token, token.slice(0, 8), `{"token":"${token}`, `[${token}`]) {
      const fake = fakeWeCom(() => ok)
      const tokenStore = {
        ...mapStore(),
        get: async (): Promise<StoredToken> => JSON.parse(held),
        lock: async () => {
          throw new Error(`cannot lock beside ${token} or '${held}'`, { cause: new Error(token) })
        },
      }
      const options = { tokenStore, hooks: { onToken: see }, logger: { warn: see } }
      await clientOf(fake, virtualClock(), options).meetings.get(meeting)
    }
    expect(told).toHaveLength(28)
    expect(everythingIn(told)).toContain('store-failed')
    expect(everythingIn(told)).not.toContain('stored-t')
  })

  test('has a key for each app, whatever its corp ID is made of', async () => {
    const keys = await Promise.all(
      [
        ['https://a.example', 'b+c', 's'],
        ['https://a.example', 'b%2Bc', 's'],
        ['https://a.example', 'b', 's'],
        ['https://a.example/b', 'c', 's'],
        ['https://a.example', 'b/c', 's'],
        ['https://a.example', 'b:c', 's'],
      ].map(async ([baseUrl = '', corpId = '', secret = '']) => {
        const asked: string[] = []
        const tokenStore = { ...mapStore(), get: async (key: string) => void asked.push(key) }
        const options = { baseUrl, corpId, corpSecret: secret, tokenStore } as never
        const wecom = clientOf(
          fakeWeCom(() => ok),
          virtualClock(),
          options,
        )
        // Whatever the response is: its key is all that counts here.
        await wecom.meetings.get(meeting).catch(() => {})
        return asked[0] ?? ''
      }),
    )
    expect(new Set(keys).size).toBe(keys.length)
    for (const key of keys) expect(key.split(' ')).toHaveLength(3)
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

test('the token of an app that nobody has called with for three hours is let go', async () => {
  const clock = virtualClock()
  const hour = 3_600_000
  // Of its own, and empty: what other tests keep in memory is not in the way.
  const tokenStore = { ...mapStore(), get: async () => undefined }
  const client = () => {
    const fake = fakeWeCom(
      () => ok,
      (_, nth) => issued(`token-${nth}`, 86_400),
    )
    return { fake, wecom: clientOf(fake, clock, { tokenStore }) }
  }
  const [first, used] = [client(), client()]
  await first.wecom.meetings.get(meeting)
  await used.wecom.meetings.get(meeting)
  for (const _ of times(2, () => 0)) {
    await clock.advance(2 * hour)
    await used.wecom.meetings.get(meeting)
  }
  expect(used.fake.tokenRequests).toHaveLength(1)
  await first.wecom.meetings.get(meeting)
  expect(first.fake.tokenRequests).toHaveLength(2)
})

describe('a secret from a function', () => {
  test('is asked for when there is no token, and its correction tried at once', async () => {
    const clock = virtualClock()
    const given: string[] = []
    const secrets = ['old-secret', 'old-secret', 'new-secret']
    const fake = fakeWeCom(
      (_, nth) => (nth === 2 ? refused(42001) : ok),
      ({ url }, nth) =>
        url.searchParams.get('corpsecret') === 'new-secret'
          ? issued(`token-${nth}`)
          : refused(40001),
    )
    const corpSecret = async () => {
      given.push(secrets.shift() ?? 'new-secret')
      return given.at(-1) as string
    }
    const wecom = clientOf(fake, clock, { corpSecret } as Partial<WeComClientOptions>)
    await expect(wecom.meetings.get(meeting)).rejects.toMatchObject({ errcode: 40001 })
    await expect(wecom.meetings.get(meeting)).rejects.toMatchObject({ errcode: 40001 })
    expect(fake.tokenRequests).toHaveLength(1)
    await wecom.meetings.get(meeting)
    expect(fake.calls.map(({ token }) => token)).toEqual(['token-2'])
    await wecom.meetings.get(meeting)
    await wecom.meetings.get(meeting)
    expect(fake.calls.map(({ token }) => token).slice(1)).toEqual(['token-2', 'token-3', 'token-3'])
    expect(given).toHaveLength(4)
  })

  test('is checked, and its own error reaches the caller', async () => {
    const fake = fakeWeCom(() => ok)
    const empty = clientOf(fake, virtualClock(), {
      corpSecret: () => ' ',
    } as Partial<WeComClientOptions>)
    await expect(empty.meetings.get(meeting)).rejects.toThrow(
      'corpSecret() is " "; expected a non-empty string.',
    )
    const away = new Error('the vault is away')
    const failing = clientOf(fake, virtualClock(), {
      corpSecret: () => Promise.reject(away),
    } as Partial<WeComClientOptions>)
    await expect(failing.meetings.get(meeting)).rejects.toBe(away)
  })
})

test('without a store no secret is hashed: fake timers would wait for its thread', async () => {
  const { subtle } = crypto
  const digests: unknown[] = []
  const digest = Object.getPrototypeOf(subtle).digest
  Object.getPrototypeOf(subtle).digest = function (...args: unknown[]) {
    digests.push(args)
    return digest.apply(this, args)
  }
  try {
    const fake = fakeWeCom((_, nth) => (nth === 1 ? refused(40014) : ok))
    const { fetch, credentials } = fake
    await createWeComClient({ ...credentials, fetch }).meetings.get(meeting)
    expect(digests).toEqual([])
    const tokenStore = mapStore()
    await createWeComClient({ ...credentials, fetch, tokenStore }).meetings.get(meeting)
    expect(digests).toHaveLength(1)
  } finally {
    Object.getPrototypeOf(subtle).digest = digest
  }
})
