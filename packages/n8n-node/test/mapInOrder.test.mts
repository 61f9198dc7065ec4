import { describe, expect, it } from 'vitest'
import { mapInOrder } from '../nodes/WeComMeeting/run/mapInOrder.ts'

describe('mapInOrder', () => {
  it('gives the results in order, whichever came first', async () => {
    const gates = [0, 1, 2, 3].map(() => Promise.withResolvers<void>())
    const mapped = mapInOrder([0, 1, 2, 3], 2, async (input) => {
      await gates[input]?.promise
      return input * 10
    })
    for (const gate of gates.toReversed()) gate.resolve()

    expect(await mapped).toEqual([0, 10, 20, 30])
  })

  it('never has more under way than allowed, and all of those', async () => {
    let underWay = 0
    let most = 0
    await mapInOrder(Array(20).fill(0), 5, async () => {
      underWay += 1
      most = Math.max(most, underWay)
      await Promise.resolve()
      underWay -= 1
    })
    expect(most).toBe(5)
  })

  it('starts nothing after a failure, and throws the foremost one', async () => {
    const started: number[] = []
    const mapped = mapInOrder([0, 1, 2, 3, 4], 3, async (input) => {
      started.push(input)
      if (input === 1) await Promise.resolve()
      throw new Error(`failure ${input}`)
    })

    await expect(mapped).rejects.toThrow('failure 0')
    expect(started).toEqual([0, 1, 2])
  })

  it('gives nothing for nothing', async () => {
    expect(await mapInOrder([], 5, async () => 1)).toEqual([])
  })
})
