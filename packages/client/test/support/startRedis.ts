import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import getPort from 'get-port'

export interface RedisServer {
  port: number
  stop(): Promise<void>
}

/** What to do where there is no `redis-server`. */
export const installRedis = 'install redis-server (Debian: apt-get install redis-server).'

/** Whether there is a `redis-server` to start. */
export function redisIsInstalled(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Starts a Redis that keeps nothing on disk, on loopback. */
export async function startRedis(port?: number): Promise<RedisServer> {
  if (!redisIsInstalled()) throw new Error(`There is no redis-server to test with: ${installRedis}`)
  const chosen = port ?? (await getPort({ host: '127.0.0.1' }))
  const args = ['--port', `${chosen}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
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

async function ready(server: ChildProcess): Promise<void> {
  for await (const chunk of server.stdout ?? []) {
    if (String(chunk).includes('Ready to accept connections')) {
      server.stdout?.resume()
      return
    }
  }
  throw new Error('redis-server ended before it was ready; start it by hand to see why.')
}
