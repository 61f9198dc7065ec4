import { expect, test } from 'vitest'
import { startMockServer } from './index.ts'
import { Random } from './Random.ts'
import { mixedLoad, usedHeap } from './testing/mixedLoad.ts'

/** 1800 take about an hour: `MEMORY_ROUNDS=1800 pnpm vitest run --project mock-server memory`. */
const rounds = Number(process.env.MEMORY_ROUNDS ?? 10)
const requestsPerRound = 1000
const megabyte = 1024 * 1024

test(
  `${rounds * requestsPerRound} mixed requests leave the memory flat`,
  async () => {
    await using mock = await startMockServer({ onMockFault: () => undefined })
    const random = new Random(1)
    const used: number[] = []
    const resident: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      await mixedLoad(mock, random, requestsPerRound)
      used.push(usedHeap())
      resident.push(process.memoryUsage.rss())
    }
    // The first rounds compile and fill caches that have a limit.
    const [settled = 0] = used.slice(3)
    const figures = `bytes of heap: ${used}; resident: ${resident}`
    expect((Number(used.at(-1)) - settled) / megabyte, figures).toBeLessThan(2)
  },
  rounds * 12_000,
)
