import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const packageDir = join(import.meta.dirname, '../..')
const packageName = 'n8n-nodes-wecom-meeting'

/** Packs the node as it would be published and gives the tarball's path. */
export function packNode(): string {
  const tarball = join(mkdtempSync(join(tmpdir(), 'wecom-n8n-pack-')), 'packed.tgz')
  execFileSync('pnpm', ['pack', '--out', tarball], { cwd: packageDir, stdio: 'ignore' })
  return tarball
}

/** Puts the tarball where n8n keeps the community packages that it has installed. */
export function putInPlace(tarball: string, userFolder: string): void {
  const nodesDir = join(userFolder, '.n8n/nodes')
  const target = join(nodesDir, 'node_modules', packageName)
  mkdirSync(target, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'])
  const manifest = { name: 'installed-nodes', private: true, dependencies: { [packageName]: '*' } }
  writeFileSync(join(nodesDir, 'package.json'), JSON.stringify(manifest))
}
