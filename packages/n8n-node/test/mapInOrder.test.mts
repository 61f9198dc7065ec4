import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { mapInOrder } from '../nodes/WeComMeeting/run/mapInOrder.ts'

describe('mapInOrder', () => {
  it('gives the results in order, whichever came first', async () => {
    const gates = [0, 1, 2, 3].map(() => Promise.withResolvers<void>())
    const mapped = mapInOrder([0, 1, 2, 3], { most: 2 }, async (input) => {
      await gates[input]?.promise
      return input * 10
    })
    for (const gate of gates.toReversed()) gate.resolve()

    expect(await mapped).toEqual([0, 10, 20, 30])
  })

  it('never has more under way than allowed, and all of those', async () => {
    let underWay = 0
    let most = 0
    await mapInOrder(Array(20).fill(0), { most: 5 }, async () => {
      underWay += 1
      most = Math.max(most, underWay)
      await Promise.resolve()
      underWay -= 1
    })
    expect(most).toBe(5)
  })

  it('starts more once half have ended', async () => {
    const gates = Array.from({ length: 8 }, () => Promise.withResolvers<void>())
    const started: number[] = []
    const mapped = mapInOrder([...gates.keys()], { most: 4 }, async (input) => {
      started.push(input)
      await gates[input]?.promise
    })
    const end = async (input: number) => {
      gates[input]?.resolve()
      await setImmediate()
    }

    await end(3)
    expect(started).toEqual([0, 1, 2, 3])
    await end(0)
    expect(started).toEqual([0, 1, 2, 3, 4, 5])
    for (const gate of gates) gate.resolve()
    await mapped
    expect(started).toEqual([...gates.keys()])
  })

  it('has no more under way than a limit that became less meanwhile', async () => {
    const inFlight = { most: 6 }
    let underWay = 0
    const seen: number[] = []
    await mapInOrder([...Array(30).keys()], inFlight, async (input) => {
      seen[input] = ++underWay
      await setImmediate()
      if (input === 0) inFlight.most = 2
      underWay -= 1
    })
    expect(Math.max(...seen.slice(0, 6))).toBe(6)
    expect(Math.max(...seen.slice(6))).toBe(2)
  })

  it('starts nothing after a failure, and throws the foremost one', async () => {
    const started: number[] = []
    const mapped = mapInOrder([0, 1, 2, 3, 4], { most: 3 }, async (input) => {
      started.push(input)
      if (input === 1) await Promise.resolve()
      throw new Error(`failure ${input}`)
    })

    await expect(mapped).rejects.toThrow('failure 0')
    expect(started).toEqual([0, 1, 2])
  })

  it('gives nothing for nothing', async () => {
    expect(await mapInOrder([], { most: 5 }, async () => 1)).toEqual([])
  })
})
