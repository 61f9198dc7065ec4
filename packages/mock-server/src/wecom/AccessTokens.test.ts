import { expect, test } from 'vitest'
import { AccessTokens } from './AccessTokens.ts'

function tokensWithClock() {
  const clock = { time: 1_700_000_000_000 }
  const tokens = new AccessTokens({ tokenTtl: 7200, now: () => clock.time }, 'test')
  return { clock, tokens }
}

test('gives the same token with the same expires_in while it lives', () => {
  const { clock, tokens } = tokensWithClock()
  const first = tokens.get()
  clock.time += 7_199_999
  expect(tokens.get()).toEqual(first)
  expect(first.expires_in).toBe(7200)
  expect(tokens.check(first.access_token)).toBe('valid')
})

test('gives another one once it has expired, and knows the old one as expired', () => {
  const { clock, tokens } = tokensWithClock()
  const { access_token } = tokens.get()
  clock.time += 7_200_000
  expect(tokens.check(access_token)).toBe('expired')
  expect(tokens.get().access_token).not.toBe(access_token)
})

test('expireAll ends every token at once', () => {
  const { tokens } = tokensWithClock()
  const { access_token } = tokens.get()
  tokens.expireAll()
  expect(tokens.check(access_token)).toBe('expired')
  expect(tokens.check(tokens.get().access_token)).toBe('valid')
})

test('distinguishes an invented token from an expired one', () => {
  expect(tokensWithClock().tokens.check('invented')).toBe('unknown')
})

test('forgets the oldest tokens, not the living one', () => {
  const { tokens } = tokensWithClock()
  const oldest = tokens.get().access_token
  for (let count = 0; count < 1000; count += 1) {
    tokens.expireAll()
    tokens.get()
  }
  expect(tokens.check(oldest)).toBe('unknown')
  expect(tokens.check(tokens.get().access_token)).toBe('valid')
})
