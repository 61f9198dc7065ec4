import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const packageDir = join(import.meta.dirname, '../..')

/** The package's name, as a user enters it to install it. */
export const packageName = 'n8n-nodes-wecom-meeting'

/** Packs the node as it would be published and gives the tarball's path. */
export function packNode(): string {
  const tarball = join(mkdtempSync(join(tmpdir(), 'wecom-n8n-pack-')), 'packed.tgz')
  execFileSync('pnpm', ['pack', '--out', tarball], { cwd: packageDir, stdio: 'ignore' })
  return tarball
}

/** The `package.json` in a tarball. */
export function manifestOf(tarball: string): { name: string; version: string } {
  return JSON.parse(
    execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' }),
  )
}
