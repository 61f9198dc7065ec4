import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import getPort from 'get-port'

/** A Redis of the test's own. */
export interface RedisServer {
  port: number
  stop(): Promise<void>
}

const MISSING = 'No redis-server found: install it (Debian: apt-get install redis-server).'

/**
 * Whether the tests that need Redis are skipped because there is none; a line says so. In CI they never
 * are: there `startRedis` fails.
 */
export function lacksRedis(): boolean {
  if (isInstalled() || process.env.CI) return false
  console.warn(`The tests with Redis are skipped. ${MISSING}`)
  return true
}

/** Finds a port of loopback that nobody has. */
export function freePort(): Promise<number> {
  return getPort({ host: '127.0.0.1' })
}

/**
 * Starts a Redis on loopback that keeps nothing on disk.
 *
 * @param port Any free one by default.
 * @param more Further arguments of the command.
 */
export async function startRedis(port?: number, more: string[] = []): Promise<RedisServer> {
  if (!isInstalled()) throw new Error(MISSING)
  const chosen = port ?? (await freePort())
  const args = [
    '--port',
    `${chosen}`,
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    ...more,
  ]
  const server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await ready(server)
  return {
    port: chosen,
    stop: async () => {
      const exited = once(server, 'exit')
      server.kill()
      await exited
    },
  }
}

function isInstalled(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0
}

async function ready({ stdout }: ChildProcess): Promise<void> {
  let log = ''
  for await (const chunk of stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    log += chunk
    if (log.includes('Ready to accept connections')) {
      stdout?.resume()
      return
    }
  }
  throw new Error(`redis-server ended before it was ready:\n${log}`)
}
