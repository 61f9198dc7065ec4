import { describe, expect, test } from 'vitest'
import type { Fault } from './Fault.ts'
import { Faults, type FaultyCall } from './Faults.ts'

const call: FaultyCall = {
  operation: 'getMeeting',
  needsToken: true,
  body: {},
  token: 'a',
  corpId: 'b',
  respond: () => '{}',
}

/** Which of `count` calls the fault strikes, counted from 1. */
function struckCalls(fault: Fault, count: number, seed = 1): number[] {
  const faults = new Faults(seed)
  faults.add(fault)
  const calls = Array.from({ length: count }, (_, index) => index + 1)
  return calls.filter(() => faults.strike(call).effect !== undefined)
}

describe('strikes', () => {
  test.each<[string, Fault, number[]]>([
    ['always', { errcode: -1 }, [1, 2, 3, 4, 5, 6]],
    ['once', { errcode: -1, times: 1 }, [1]],
    ['n times', { errcode: -1, times: 3 }, [1, 2, 3]],
    ['on every third call', { errcode: -1, every: 3 }, [3, 6]],
    ['on every second call, once', { errcode: -1, every: 2, times: 1 }, [2]],
    ['on calls of its operation', { operation: 'getMeeting', errcode: -1 }, [1, 2, 3, 4, 5, 6]],
    ['on calls of its operations', { operation: ['getToken'], errcode: -1 }, []],
  ])('%s', (_name, fault, expected) => {
    expect(struckCalls(fault, 6)).toEqual(expected)
  })

  test('with a probability that the seed decides', () => {
    const fault: Fault = { drop: 'before', probability: 0.25 }
    const struck = struckCalls(fault, 1000, 7)
    expect(struck.length).toBeGreaterThan(200)
    expect(struck.length).toBeLessThan(300)
    expect(struckCalls(fault, 1000, 7)).toEqual(struck)
    expect(struckCalls(fault, 1000, 8)).not.toEqual(struck)
  })

  test('calls that need no token are spared when tokens are ended', () => {
    const faults = new Faults(1)
    faults.add({ expireTokens: true })
    expect(
      faults.strike({ ...call, operation: 'getToken', needsToken: false }).effect,
    ).toBeUndefined()
    expect(faults.strike(call).effect).toMatchObject({ expireTokens: true })
  })
})

test('latencies add up, and the newest other effect counts', () => {
  const faults = new Faults(1)
  faults.add({ latency: 5 })
  faults.add({ errcode: 48002, latency: 10 })
  faults.add({ errcode: 60020, latency: 100 })
  expect(faults.strike(call)).toMatchObject({
    latency: 105,
    effect: { errcode: 60020 },
  })
})

test("one's own win over the scenario's, whichever came first; of the scenario's its first", () => {
  const faults = new Faults(1)
  faults.add({ errcode: 1, times: 1 })
  faults.add({ errcode: 2, times: 1 }, 'busy')
  faults.add({ errcode: 3 }, 'busy')
  const struck = [1, 2, 3].map(() => faults.strike(call).effect?.errcode)
  expect(struck).toEqual([1, 2, 3])
})

test('a latency between two figures stays between them, and is the same for the same seed', () => {
  const latencies = (seed: number): number[] => {
    const faults = new Faults(seed)
    faults.add({ latency: [10, 20] })
    return Array.from({ length: 50 }, () => faults.strike(call).latency)
  }
  expect(Math.min(...latencies(1))).toBe(10)
  expect(Math.max(...latencies(1))).toBe(20)
  expect(latencies(1)).toEqual(latencies(1))
})

test('list() returns what is in force and how often it struck', () => {
  const faults = new Faults(1)
  faults.add({ errcode: -1, times: 2 })
  const { id } = faults.add({ latency: 1 }, 'slow')
  faults.strike(call)
  expect(faults.list()).toEqual([
    { id: 1, errcode: -1, times: 2, struck: 1, scenario: undefined },
    { id, latency: 1, struck: 1, scenario: 'slow' },
  ])
  faults.strike(call)
  expect(faults.list().map((fault) => fault.id)).toEqual([id])
  faults.remove(id)
  expect(faults.list()).toEqual([])
  expect(() => faults.remove(id)).toThrow(`no fault in force has the id ${id}`)
})
