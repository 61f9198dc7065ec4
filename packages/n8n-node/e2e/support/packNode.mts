import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const packageDir = join(import.meta.dirname, '../..')

/** The package's name, as a user enters it to install it. */
export const packageName = 'n8n-nodes-wecom-meeting'

/**
 * Packs the node as it would be published and gives the tarball's path. A rehearsal of a release names
 * the tarball that it has packed in `NODE_TARBALL`.
 */
export function packNode(): string {
  const tarball = join(mkdtempSync(join(tmpdir(), 'wecom-n8n-pack-')), 'packed.tgz')
  const packed = process.env.NODE_TARBALL
  if (packed) copyFileSync(packed, tarball)
  else execFileSync('pnpm', ['pack', '--out', tarball], { cwd: packageDir, stdio: 'ignore' })
  return tarball
}
