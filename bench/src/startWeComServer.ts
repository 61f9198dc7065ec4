import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('weComServer.ts', import.meta.url))

/** A server in a process of its own. */
export interface WeComServer extends Disposable {
  url: string
}

/** Starts a server with one webinar of `enrollments`; a request takes `requestMs` milliseconds, `limit` of them at once. */
export async function startWeComServer({
  enrollments = 0,
  requestMs = 0,
  limit = Number.POSITIVE_INFINITY,
} = {}): Promise<WeComServer> {
  const child = fork(program, [enrollments, requestMs, limit].map(String))
  const [port] = await once(child, 'message')
  return { url: `http://127.0.0.1:${port}`, [Symbol.dispose]: () => child.disconnect() }
}
