import { expect, test } from 'vitest'
import { OperationLimits } from './OperationLimits.ts'

function limitsWithClock(limits: { rateLimit: number; concurrencyLimit: number }) {
  const clock = { time: 1_700_000_000_000 }
  return { clock, limits: new OperationLimits({ ...limits, now: () => clock.time }) }
}

function callsIn(
  limits: OperationLimits,
  operationId: string,
  count: number,
): (number | undefined)[] {
  return Array.from({ length: count }, () => {
    const errcode = limits.begin(operationId)?.errcode
    limits.end(operationId)
    return errcode
  })
}

test('refuses with 45009 what is over the limit, until the minute is over', () => {
  const { clock, limits } = limitsWithClock({ rateLimit: 2, concurrencyLimit: 0 })
  expect(callsIn(limits, 'getMeeting', 3)).toEqual([undefined, undefined, 45009])
  clock.time += 59_999
  expect(callsIn(limits, 'getMeeting', 1)).toEqual([45009])
  clock.time += 1
  expect(callsIn(limits, 'getMeeting', 3)).toEqual([undefined, undefined, 45009])
})

test('counts each operation by itself', () => {
  const { limits } = limitsWithClock({ rateLimit: 1, concurrencyLimit: 0 })
  expect(callsIn(limits, 'getMeeting', 2)).toEqual([undefined, 45009])
  expect(callsIn(limits, 'getWebinar', 1)).toEqual([undefined])
})

test('refuses with 45033 what is one too many at once, and takes the next when one has ended', () => {
  const { limits } = limitsWithClock({ rateLimit: 0, concurrencyLimit: 1 })
  expect(limits.begin('getMeeting')).toBeUndefined()
  expect(limits.begin('getMeeting')).toMatchObject({ errcode: 45033 })
  limits.end('getMeeting')
  limits.end('getMeeting')
  expect(limits.begin('getMeeting')).toBeUndefined()
})

test('0 and 0 limit nothing', () => {
  const { limits } = limitsWithClock({ rateLimit: 0, concurrencyLimit: 0 })
  expect(callsIn(limits, 'getMeeting', 100).every((errcode) => errcode === undefined)).toBe(true)
})
