import { expect, test } from 'vitest'
import { startMockServer } from './index.ts'
import { Random } from './Random.ts'
import { mixedLoad, usedHeap } from './testing/mixedLoad.ts'

const rounds = 10
const requestsPerRound = 1000
const megabyte = 1024 * 1024

// The short form of an hour's load; `scripts/soak.ts` is the long one.
test(`${rounds * requestsPerRound} mixed requests leave the memory flat`, async () => {
  await using mock = await startMockServer({ onMockFault: () => undefined })
  const random = new Random(1)
  const used: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await mixedLoad(mock, random, requestsPerRound)
    used.push(usedHeap())
  }
  // The first rounds compile and fill caches that have a limit.
  const [settled = 0] = used.slice(3)
  expect((Number(used.at(-1)) - settled) / megabyte, String(used)).toBeLessThan(2)
}, 120_000)
