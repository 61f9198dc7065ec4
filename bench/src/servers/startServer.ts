import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own. */
export interface ServerProcess extends Disposable {
  url: string
}

/** Starts a server's file of this folder in a process of its own, with arguments. */
export async function startServer(file: string, ...args: unknown[]): Promise<ServerProcess> {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = fork(
    path,
    args.map((arg) => JSON.stringify(arg)),
  )
  const [port] = await once(child, 'message')
  return { url: `http://127.0.0.1:${port}`, [Symbol.dispose]: () => child.disconnect() }
}
