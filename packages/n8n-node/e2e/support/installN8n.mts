import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const e2eDir = join(import.meta.dirname, '..')
const lockfile = join(e2eDir, 'pnpm-lock.yaml')
const installedLock = join(e2eDir, 'node_modules/.installed-lock.yaml')

/** The program of the n8n that these tests run, installed first where that has not been done. */
export const n8nProgram: string = join(e2eDir, 'node_modules/n8n/bin/n8n')

/** Installs n8n into this folder, unless the lockfile's versions are there already. */
export function installN8n(): void {
  const wanted = readFileSync(lockfile, 'utf8')
  if (existsSync(installedLock) && readFileSync(installedLock, 'utf8') === wanted) return
  console.log('Installing n8n for the end-to-end tests: 2 GB, once, a few minutes …')
  execFileSync('pnpm', ['install', '--frozen-lockfile'], {
    cwd: e2eDir,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...nodeHeaders() },
  })
  writeFileSync(installedLock, wanted)
}

/** Without a prebuilt SQLite, node-gyp builds it; with Node's headers at hand it need not fetch them. */
function nodeHeaders(): Record<string, string> {
  const prefixes = [dirname(dirname(process.execPath)), '/usr/local', '/usr']
  const nodedir = prefixes.find((prefix) => existsSync(join(prefix, 'include/node/node_api.h')))
  return nodedir ? { npm_config_nodedir: nodedir } : {}
}
