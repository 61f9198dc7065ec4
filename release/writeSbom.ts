/**
 * Writes `dist/sbom.cdx.json` of the package in the working directory: what is installed beside it. `pnpm sbom` names
 * all its dependencies in the workspace; those that are bundled, with theirs, are in `dist/sbom-bundled.cdx.json`, as
 * far as code of theirs is used.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

interface Component {
  'bom-ref': string
  group?: string
  name: string
}

interface Bom {
  metadata: { component: Component }
  components: Component[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

const { bundledIntoDist = [] } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  bundledIntoDist?: string[]
}
const command = ['sbom', '--prod', '--sbom-format', 'cyclonedx', '--filter', '.']
const bom = JSON.parse(execFileSync('pnpm', command, { encoding: 'utf8' })) as Bom
const root = bom.metadata.component['bom-ref']
const bundled = bom.components
  .filter(({ group, name }) => bundledIntoDist.includes(group ? `${group}/${name}` : name))
  .map((component) => component['bom-ref'])
const dependsOn = new Map(bom.dependencies.map((entry) => [entry.ref, entry.dependsOn]))
dependsOn.set(root, dependsOn.get(root)?.filter((ref) => !bundled.includes(ref)) ?? [])

const kept = new Set([root])
for (const ref of kept) for (const other of dependsOn.get(ref) ?? []) kept.add(other)

const pruned: Bom = {
  ...bom,
  components: bom.components.filter((component) => kept.has(component['bom-ref'])),
  dependencies: [...kept].map((ref) => ({ ref, dependsOn: dependsOn.get(ref) ?? [] })),
}
writeFileSync('dist/sbom.cdx.json', `${JSON.stringify(pruned, null, 2)}\n`)
