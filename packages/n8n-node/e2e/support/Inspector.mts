import { setTimeout as wait } from 'node:timers/promises'
import type { N8nServer } from './N8nServer.mts'

const START_LIMIT_MS = 10_000

/** Environment of an n8n that is to be looked into: on loopback, at a port of its own. */
export const inspectable: NodeJS.ProcessEnv = { NODE_OPTIONS: '--inspect-port=127.0.0.1:0' }

/** Looks into a process: what it has in memory, what it has spent. */
export class Inspector {
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, (message: Answer) => void>()
  #lastId = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => {
      const message: Answer = JSON.parse(String(data))
      this.#waiting.get(message.id)?.(message)
      this.#waiting.delete(message.id)
    })
  }

  /** Switches the inspector of an `inspectable` n8n on and connects to it. */
  static async of(server: N8nServer): Promise<Inspector> {
    process.kill(server.pid, 'SIGUSR1')
    const socket = new WebSocket(await inspectorUrl(server))
    await new Promise((opened, failed) => {
      socket.addEventListener('open', opened)
      socket.addEventListener('error', () => failed(new Error('The inspector does not answer.')))
    })
    return new Inspector(socket)
  }

  /** What the process holds on to in its heap and its buffers, garbage collected, in megabytes. */
  async liveMegabytes(): Promise<number> {
    await this.#send('HeapProfiler.collectGarbage')
    const { heapUsed, arrayBuffers } =
      await this.#evaluate<NodeJS.MemoryUsage>('process.memoryUsage()')
    return (heapUsed + arrayBuffers) / 2 ** 20
  }

  /** CPU time that the process has used so far, in milliseconds. */
  async cpuMs(): Promise<number> {
    const { user, system } = await this.#evaluate<NodeJS.CpuUsage>('process.cpuUsage()')
    return (user + system) / 1000
  }

  /** A process with an inspector connected to it does not end. */
  close(): void {
    this.#socket.close()
  }

  async #evaluate<Value>(expression: string): Promise<Value> {
    const { result } = await this.#send('Runtime.evaluate', { expression, returnByValue: true })
    return (result as { value: Value }).value
  }

  async #send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    const id = ++this.#lastId
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve))
    this.#socket.send(JSON.stringify({ id, method, params }))
    const { result, error } = await answer
    if (!result) throw new Error(`${method}: ${error?.message}`)
    return result
  }
}

interface Answer {
  id: number
  result?: Record<string, unknown>
  error?: { message: string }
}

/** n8n's process prints the address once the inspector is on. */
async function inspectorUrl(server: N8nServer): Promise<string> {
  const deadline = Date.now() + START_LIMIT_MS
  while (Date.now() < deadline) {
    const url = /Debugger listening on (ws:\S+)/.exec(server.log)?.[1]
    if (url) return url
    await wait(50)
  }
  throw new Error('The inspector of n8n was not switched on.')
}
