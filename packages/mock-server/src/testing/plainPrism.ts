import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'

/** `prism mock` as anybody would start it, on a free port. */
export interface PlainPrism extends AsyncDisposable {
  url: string
}

const require = createRequire(import.meta.url)
const command = require.resolve('@stoplight/prism-cli/dist/index.js')

export async function startPlainPrism(specPath: string): Promise<PlainPrism> {
  const args = [command, 'mock', '--port', '0', '--multiprocess', 'false', specPath]
  const prism = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const url = await announcedUrl(prism)
  return { url, [Symbol.asyncDispose]: () => ended(prism) }
}

function announcedUrl(prism: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = ''
    const read = (chunk: Buffer): void => {
      log += chunk
      const url = /listening on (http:\S+)/.exec(log)?.[1]
      if (url) resolve(url)
    }
    prism.stdout?.on('data', read)
    prism.stderr?.on('data', read)
    prism.once('exit', () => reject(new Error(`prism mock ended before it listened:\n${log}`)))
  })
}

function ended(prism: ChildProcess): Promise<void> {
  // It may have ended by itself.
  if (prism.exitCode !== null || prism.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    prism.once('exit', () => resolve())
    prism.kill()
  })
}
