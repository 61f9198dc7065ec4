import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import getPort from 'get-port'

const isThere = spawnSync('redis-server', ['--version']).status === 0

/** Whether tests that need Redis are left out. In CI they are not: there a missing one is a failure. */
export const lacksRedis: boolean = !isThere && !process.env.CI

if (lacksRedis) {
  console.log(
    'No redis-server, so queue mode is not tested: install it (Debian: apt-get install redis-server).',
  )
}

/** A Redis of the test's own. */
export interface Redis {
  port: number
  stop(): Promise<void>
}

export async function startRedis(): Promise<Redis> {
  const port = await getPort({ host: '127.0.0.1' })
  const dir = mkdtempSync(join(tmpdir(), 'wecom-redis-'))
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', dir]
  const child: ChildProcess = spawn('redis-server', args, { stdio: 'ignore' })
  while (!(await answers(port))) await wait(100)
  return {
    port,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  return once(socket, 'connect')
    .then(
      () => true,
      () => false,
    )
    .finally(() => socket.destroy())
}
