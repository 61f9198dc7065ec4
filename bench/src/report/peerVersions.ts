import { readFileSync } from 'node:fs'
import manifest from '../../package.json' with { type: 'json' }

/** Who took part in which version, as installed. */
export function peerVersions(): { package: string; version: string }[] {
  return Object.keys(manifest.devDependencies)
    .filter((name) => !name.startsWith('@types/'))
    .map((name) => ({ package: name, version: installedVersion(name) }))
}

function installedVersion(name: string): string {
  const path = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string }
  return version === '0.0.0' ? 'this repository' : version
}
