import type { MockServerOptions } from '../options.ts'
import { startMockServer } from '../server.ts'
import { loadSpec } from '../spec/loadSpec.ts'
import { announce } from './announcement.ts'

/** Serves until the process is told to stop. */
export async function serve(options: MockServerOptions): Promise<void> {
  const mock = await startMockServer({ ...options, keepProcessAlive: true })
  // Before it says that it runs: whoever waits for that may end it at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void mock.close())
  }
  const { operations } = await loadSpec(options.spec)
  console.log(announce(mock, operations))
}
