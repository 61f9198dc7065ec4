import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'
import getPort from 'get-port'

/** `prism mock` as anybody would start it, on a free port. */
export interface PlainPrism extends AsyncDisposable {
  url: string
}

const require = createRequire(import.meta.url)
const command = require.resolve('@stoplight/prism-cli/dist/index.js')

export async function startPlainPrism(specPath: string): Promise<PlainPrism> {
  const port = await getPort({ host: '127.0.0.1' })
  // Without a log: its colouring of some logged bodies ends the process with a TypeError.
  const options = ['--port', String(port), '--multiprocess', 'false', '--verboseLevel', 'fatal']
  const args = [command, 'mock', ...options, specPath]
  const prism = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const url = `http://127.0.0.1:${port}`
  await waitUntilItResponds(url, prism)
  return { url, [Symbol.asyncDispose]: () => ended(prism) }
}

async function waitUntilItResponds(url: string, prism: ChildProcess): Promise<void> {
  while (!(await fetch(url).catch(() => undefined))) {
    if (prism.exitCode !== null) throw new Error('prism mock ended before it listened')
    await pause(50)
  }
}

function ended(prism: ChildProcess): Promise<void> {
  // It may have ended by itself.
  if (prism.exitCode !== null || prism.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    prism.once('exit', () => resolve())
    prism.kill()
  })
}
