import { describe, expect, test } from 'vitest'
import { everythingIn } from '../test/support/everythingIn.ts'
import { type FakeWeCom, fakeWeCom, issued, refused } from '../test/support/fakeWeCom.ts'
import { hostile, hostileOptions, writings } from '../test/support/hostileSecrets.ts'
import { createWeComClient } from './createWeComClient.ts'
import { copyCause } from './errors.ts'
import { redact, redactUnknown } from './redact.ts'
import type { TokenStore } from './tokens/tokenStore.ts'

test.each(hostile)('redact leaves nothing of %s', (secret) => {
  const text = writings(secret).join(' and ')
  expect(redact(text, secret)).toBe(
    writings(secret)
      .map(() => '[redacted]')
      .join(' and '),
  )
})

test('each character may be written in a way of its own', () => {
  const mixed = String.raw`a%2bB%2Fc%3D=, A+b%2fc=%3d, a\u002bb\u002Fc==`
  expect(redact(mixed, 'a+b/c==')).toBe('[redacted], [redacted], [redacted]')
  expect(redact('x y, x+y, x%20y, x\\u0020y', 'x y')).toBe(Array(4).fill('[redacted]').join(', '))
})

test.each([
  ['\\'.repeat(255), 'x'],
  ['%25'.repeat(170), 'x'],
  ['\\u005c'.repeat(85), 'x'],
  [' +'.repeat(255), 'x'],
  ['%'.repeat(500), 'x'],
  ['a'.repeat(500), 'b'],
  ['%25'.repeat(600), 'x'],
  ['a'.repeat(1000), 'b'],
])(
  'a text that nearly holds the secret %# takes time that grows with both alone',
  (nearly, last) => {
    // The time limit of the test is the measure: trying all ways to read it would take years.
    const text = nearly.repeat(4000)
    expect(redact(text, nearly + last)).toBe(`${text.slice(0, 10_000)}…`)
    expect(redact(text, last + nearly)).toBe(`${text.slice(0, 10_000)}…`)
    expect(redact(nearly + last + text, nearly + last)).toContain('[redacted]')
  },
)

test('a text is cut off at 10,000 characters, and no part of a secret stays at its end', () => {
  // The time limit of the test is a measure too: 60 MB took 17 s.
  expect(redact('%2541'.repeat(12_000_000), 'AAAB')).toHaveLength(10_001)
  for (const writing of writings('a+b/c==')) {
    for (let at = 9_950; at < 10_300; at++) {
      const text = `${'x'.repeat(at)}${writing} ${'y'.repeat(20_000)}`
      const shown = redact(text, 'a+b/c==').replaceAll(/[xy… ]+|\[redacted\]/g, '')
      expect(shown).toMatch(/^\[?[redact]*$/)
    }
  }
})

test('a text without the secret stays as it is', () => {
  expect(redact('nothing in here', 'secret')).toBe('nothing in here')
  expect(redact('nothing in here', '')).toBe('nothing in here')
})

describe('copyCause', () => {
  const withoutSecret = (text: string) => redact(text, 's3cret')

  test('keeps name, code, message and causes, and drops the rest', () => {
    const inner = Object.assign(new Error('connect to s3cret'), { code: 'ECONNREFUSED' })
    const outer = Object.assign(new TypeError('fetch failed', { cause: inner }), {
      request: 's3cret',
    })
    const clean = copyCause(outer, withoutSecret)
    expect(clean).toMatchObject({ name: 'TypeError', message: 'fetch failed' })
    expect(clean?.cause).toMatchObject({ code: 'ECONNREFUSED', message: 'connect to [redacted]' })
    expect(everythingIn(clean)).not.toContain('s3cret')
  })

  test('of several errors keeps the first, and nothing that cannot be text', () => {
    const errors = [Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })]
    expect(copyCause(new AggregateError(errors), withoutSecret)).toMatchObject({
      cause: { code: 'ECONNREFUSED' },
    })
    const odd = { stack: 'at', message: { toString: 1 }, name: null, code: { toString: 1 } }
    expect(copyCause(odd, withoutSecret)).toMatchObject({ message: '', name: 'null', code: '' })
  })

  test('ends on a cause that is its own cause, and on what is no error', () => {
    const loop = new Error('loop')
    loop.cause = loop
    expect(copyCause(loop, withoutSecret)).toMatchObject({ message: 'loop' })
    expect(copyCause('s3cret', withoutSecret)).toBeUndefined()
  })
})

/** The ways in which a call can end badly while somebody repeats the secret. */
const repeats: [string, (secret: string) => Response | Record<string, unknown>][] = [
  ['a refusal that repeats it', (secret) => refused(90602, `no ${writings(secret).join(' ')}`)],
  ['an unknown refusal', (secret) => ({ errcode: 730099, errmsg: secret })],
  ['an HTML page', (secret) => new Response(`<html>${secret}`, { status: 502 })],
  ['no JSON', (secret) => new Response(secret)],
  [
    'a fetch that throws the address',
    (secret) => {
      const error = new TypeError(`fetch failed: ${writings(secret).join(' ')}`)
      throw Object.assign(error, { url: secret, cause: new Error(secret) })
    },
  ],
]

describe.each(repeats)('with %s', (_, respond) => {
  test.each(hostile)('no token %s shows', async (token) => {
    const seen: unknown[] = []
    const fake = fakeWeCom(
      () => respond(token),
      () => issued(token),
    )
    seen.push(await errorOf(fake, seen))
    expect(fake.calls[0]?.token).toBe(token)
    for (const writing of writings(token)) expect(everythingIn(seen)).not.toContain(writing)
  })

  test.each(hostileOptions)('no secret %s shows', async (corpSecret) => {
    const seen: unknown[] = []
    const fake = fakeWeCom(
      () => ({}),
      () => respond(corpSecret),
    )
    Object.assign(fake.credentials, { corpSecret })
    seen.push(await errorOf(fake, seen))
    expect(fake.tokenRequests[0]?.url.searchParams.get('corpsecret')).toBe(corpSecret)
    for (const writing of writings(corpSecret)) expect(everythingIn(seen)).not.toContain(writing)
  })
})

test('a secret of any length is redacted, at once', () => {
  const secret = 'long-token.'.repeat(400_000)
  expect(redact(`no ${secret} and ${encodeURIComponent(secret)}`, secret)).toBe(
    'no [redacted] and [redacted]',
  )
})

test('an error of a store keeps its words, and nothing that may be a token', () => {
  const text =
    'GET key: tok3n abc.d3f.ghi "to ken" of 127.0.0.1:6379 was not-a-word_but-a-token, qwErtZuiOp aBcDefgh ABCdefgh, ReplyError: NOAUTH Authentication required, ECONNREFUSED'
  expect(redactUnknown(text, '')).toBe(
    'GET key: [redacted] [redacted] [redacted] of 127.0.0.1:6379 was [redacted], [redacted] [redacted] [redacted], ReplyError: NOAUTH Authentication required, ECONNREFUSED',
  )
})

test.each(hostile)('a store that fails with the token %s shows none', async (token) => {
  const seen: unknown[] = []
  const fail = async () => {
    throw Object.assign(new Error(`SET key ${token}`), { command: { args: [token] } })
  }
  const tokenStore: TokenStore = { get: async () => undefined, set: fail, delete: fail }
  const fake = fakeWeCom(
    () => refused(40014),
    () => issued(token),
  )
  seen.push(await errorOf(fake, seen, { tokenStore }))
  for (const writing of writings(token)) expect(everythingIn(seen)).not.toContain(writing)
})

/** The error of a call, with everything that hooks and logger are told put into `seen`. */
async function errorOf(fake: FakeWeCom, seen: unknown[], options = {}): Promise<unknown> {
  const see = (...told: unknown[]) => void seen.push(...told)
  const wecom = createWeComClient({
    ...fake.credentials,
    ...options,
    fetch: fake.fetch,
    sleep: async () => {},
    hooks: { onRequest: see, onResponse: see, onRetry: see, onToken: see },
    logger: { debug: see, warn: see },
  })
  return wecom.meetings.get({ meetingid: 'm' }).then(
    () => expect.unreachable('the call should have failed'),
    (error) => error,
  )
}

test('what a caller of raw puts into the query does not show either', async () => {
  const corpsecret = "s3cret/+'of=an app"
  const fetch = async (url: unknown) => {
    const { href } = new URL(String(url))
    throw new TypeError('fetch failed', {
      cause: new Error(`error sending request for url (${href})`),
    })
  }
  const wecom = createWeComClient({ accessToken: 'a-token', fetch, maxRetries: 0 })
  const params = { query: { corpid: 'ww1', corpsecret } }
  const error = await wecom.raw.GET('/cgi-bin/gettoken', { params }).catch((thrown) => thrown)
  expect(error.message).toContain('/cgi-bin/gettoken?access_token=[redacted])')
  for (const writing of writings(corpsecret)) expect(everythingIn(error)).not.toContain(writing)
})
