import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { n8nProgram } from './installN8n.mts'
import { findPort } from './N8nServer.mts'

/** A worker of an n8n in queue mode; it takes two executions at a time. */
export class N8nWorker {
  readonly #process: ChildProcess
  #log = ''

  private constructor(process: ChildProcess) {
    this.#process = process
  }

  /** Starts a worker in the environment of the main process, and waits until it takes work. */
  static async start(mainEnv: NodeJS.ProcessEnv): Promise<N8nWorker> {
    const child = spawn(process.execPath, [n8nProgram, 'worker', '--concurrency=2'], {
      env: {
        ...mainEnv,
        N8N_RUNNERS_BROKER_PORT: String(await findPort()),
        QUEUE_HEALTH_CHECK_PORT: String(await findPort()),
      },
    })
    const worker = new N8nWorker(child)
    await new Promise<void>((ready, failed) => {
      const look = (text: unknown) => {
        worker.#log += text
        if (worker.#log.includes('n8n worker is now ready')) ready()
      }
      child.stdout.on('data', look)
      child.stderr.on('data', look)
      child.once('exit', () =>
        failed(new Error(`The worker did not start:\n${worker.#log.slice(-5000)}`)),
      )
    })
    return worker
  }

  /** The ids of the executions that it has ended, by its own log. */
  get executions(): Set<string> {
    const ended = this.#log.matchAll(/Worker finished execution (\d+)/g)
    return new Set(Array.from(ended, ([, id = '']) => id))
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return
    const ended = once(this.#process, 'exit')
    this.#process.kill('SIGTERM')
    await ended
  }
}
