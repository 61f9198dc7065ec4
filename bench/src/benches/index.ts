import type { Benchmark } from '../Benchmark.ts'
import { abort } from './abort.ts'
import { chaos } from './chaos.ts'
import { client } from './client.ts'
import { endpoint } from './endpoint.ts'
import { growth } from './growth.ts'
import { mock } from './mock.ts'
import { n8n } from './n8n.ts'
import { paging } from './paging.ts'
import { size } from './size.ts'
import { startup } from './startup.ts'
import { storm } from './storm.ts'
import { stormOverProcesses } from './stormOverProcesses.ts'

/** Every benchmark, in the order in which they run. */
export const benchmarks: readonly Benchmark[] = [
  client,
  storm,
  stormOverProcesses,
  paging,
  abort,
  size,
  startup,
  mock,
  n8n,
  chaos,
  growth,
  endpoint,
]
