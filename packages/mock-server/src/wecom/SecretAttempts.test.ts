import { expect, test } from 'vitest'
import { SecretAttempts } from './SecretAttempts.ts'

function attemptsWithClock(limit: number) {
  const clock = { time: 1_700_000_000_000 }
  const attempts = new SecretAttempts({
    secretAttempts: limit,
    secretBlock: 3600,
    now: () => clock.time,
  })
  return { clock, attempts }
}

test('blocks an address after so many wrong secrets in a row, for an hour, and no other', () => {
  const { clock, attempts } = attemptsWithClock(3)
  for (let count = 0; count < 2; count += 1) attempts.addWrong('192.0.2.1')
  expect(attempts.isBlocked('192.0.2.1')).toBe(false)
  attempts.addWrong('192.0.2.1')
  expect(attempts.isBlocked('192.0.2.1')).toBe(true)
  expect(attempts.isBlocked('192.0.2.2')).toBe(false)
  clock.time += 3_599_999
  expect(attempts.isBlocked('192.0.2.1')).toBe(true)
  clock.time += 1
  expect(attempts.isBlocked('192.0.2.1')).toBe(false)
})

test('a right secret starts the count again', () => {
  const { attempts } = attemptsWithClock(2)
  attempts.addWrong('192.0.2.1')
  attempts.addRight('192.0.2.1')
  attempts.addWrong('192.0.2.1')
  expect(attempts.isBlocked('192.0.2.1')).toBe(false)
})

test('0 blocks nobody', () => {
  const { attempts } = attemptsWithClock(0)
  for (let count = 0; count < 100; count += 1) attempts.addWrong('192.0.2.1')
  expect(attempts.isBlocked('192.0.2.1')).toBe(false)
})

test('forgets the oldest address when there are very many', () => {
  const { attempts } = attemptsWithClock(1)
  for (let count = 0; count <= 10_000; count += 1) attempts.addWrong(String(count))
  expect(attempts.isBlocked('0')).toBe(false)
  expect(attempts.isBlocked('10000')).toBe(true)
})
