import { setTimeout as pause } from 'node:timers/promises'
import { startMockServer } from '../src/index.ts'
import { Random } from '../src/Random.ts'
import { mixedLoad, usedHeap } from '../src/testing/mixedLoad.ts'

const minutes = Number(process.argv[2] ?? 60)
const random = new Random(1)
const end = performance.now() + minutes * 60_000
let requests = 0
let shown = Number.NEGATIVE_INFINITY

/** `node scripts/soak.ts [minutes]`: mixed load on one server, and the memory that it leaves in use. */
await using mock = await startMockServer()
console.log('minute  requests  heap MB  resident MB')
while (performance.now() < end) {
  await mixedLoad(mock, random, 1000)
  requests += 1000
  // Other programs need the machine too.
  await pause(2000)
  const now = performance.now()
  if (now - shown < 60_000 && now < end) continue
  shown = now
  const minute = minutes - (end - now) / 60_000
  const figures = [
    minute.toFixed(1),
    requests,
    megabytes(usedHeap()),
    megabytes(process.memoryUsage.rss()),
  ]
  console.log(figures.map((figure) => String(figure).padStart(8)).join('  '))
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1)
}
