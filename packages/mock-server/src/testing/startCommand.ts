import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url))

interface Ended {
  status: number | null
  stdout: string
  stderr: string
}

/** The command as a process of its own, under way. */
export interface RunningCommand {
  process: ChildProcess
  /** What it has printed so far, on both streams. */
  output: () => string
  ended: Promise<Ended>
}

export function startCommand(...args: string[]): RunningCommand {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const texts = { stdout: '', stderr: '' }
  let output = ''
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      texts[name] += chunk
      output += chunk
    })
  }
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status) => resolve({ status, ...texts }))
  })
  return { process: child, output: () => output, ended }
}
