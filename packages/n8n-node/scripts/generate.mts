import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSpec } from '@wecom-meeting/spec'
import { endpointSource } from './endpointSource.mts'
import { type OpenApiDocument, operationsOf } from './openapi.mts'
import { refusalsSource } from './refusalsSource.mts'

const banner = '// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.\n'
const packageDir = join(import.meta.dirname, '..')
const generatedDirs = ['credentials/generated', 'nodes/WeComMeeting/generated']

const wanted = sources(readSpec() as unknown as OpenApiDocument)

if (process.argv.includes('--check')) {
  const stale = staleFiles()
  for (const file of stale) {
    console.error(`${file} is not what spec/openapi.yaml gives: run \`pnpm generate\` and commit.`)
  }
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  for (const dir of generatedDirs) {
    rmSync(join(packageDir, dir), { recursive: true, force: true })
    mkdirSync(join(packageDir, dir), { recursive: true })
  }
  for (const [file, source] of wanted) writeFileSync(join(packageDir, file), source)
}

function sources(document: OpenApiDocument): Map<string, string> {
  const files = new Map<string, string>()
  for (const operation of operationsOf(document)) {
    if (operation.operationId === 'getToken') {
      files.set(
        'credentials/generated/tokenRefusals.ts',
        banner + refusalsSource(document, operation),
      )
    } else {
      const file = `nodes/WeComMeeting/generated/${operation.operationId}.ts`
      files.set(file, banner + endpointSource(document, operation))
    }
  }
  return files
}

function staleFiles(): string[] {
  const found = generatedDirs.flatMap((dir) => contentsOf(dir))
  const differing = [...wanted].filter(
    ([file, source]) => !found.some(([name, text]) => name === file && text === source),
  )
  const superfluous = found.filter(([file]) => !wanted.has(file))
  return [...differing, ...superfluous].map(([file]) => file)
}

function contentsOf(dir: string): [file: string, text: string][] {
  return readdirSync(join(packageDir, dir)).map((name) => {
    const file = `${dir}/${name}`
    return [file, readFileSync(join(packageDir, file), 'utf8')]
  })
}
