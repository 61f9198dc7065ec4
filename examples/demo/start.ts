/** `pnpm demo`: installs what the demo needs where nothing is installed yet, and runs it. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

if (!existsSync(join(root, 'packages/mock-server/node_modules/@stoplight/prism-http'))) {
  console.log('Installing what the demo needs …')
  const args = ['install', '--prod', '--frozen-lockfile', '--filter', '@wecom-meeting/examples...']
  const { status } = spawnSync('pnpm', [...args, '--silent'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
await import('./main.ts')
