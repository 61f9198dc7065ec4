import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { MockSpec, PrismOperation } from './operations.ts'

// Not `import.meta.resolve`, which Jest's modules do not have.
const { resolve } = createRequire(import.meta.url)
const specPath = resolve('@wecom-meeting/spec/openapi.yaml')

let ownSpec: Promise<MockSpec> | undefined

/**
 * The project's own document is read once a process, however many servers start.
 *
 * @param changed Whether to read it all the same.
 */
export function loadSpec(path: string = specPath, changed = false): Promise<MockSpec> {
  if (path !== specPath) return readAnySpec(path)
  if (changed) return readOwnSpec()
  ownSpec ??= readOwnSpec()
  return ownSpec
}

async function readOwnSpec(): Promise<MockSpec> {
  return (await readPreparedSpec(specPath)) ?? readAnySpec(specPath)
}

async function readAnySpec(path: string): Promise<MockSpec> {
  // The readers of YAML and OpenAPI are half of what there is to import, and rarely needed.
  const { readSpecDocument } = await import('./readSpecDocument.ts')
  return readSpecDocument(path)
}

/**
 * The project's own document as `pnpm generate` prepared it: parsing the YAML and resolving it takes
 * 200 ms at every start, this takes 2. Undefined when the file is no longer the one it was made from.
 */
export async function readPreparedSpec(path: string): Promise<MockSpec | undefined> {
  const { default: prepared } = await import('../generated/preparedSpec.json', {
    with: { type: 'json' },
  })
  const text = await readFile(path).catch(() => '')
  if (prepared.sha256 !== createHash('sha256').update(text).digest('hex')) return undefined
  return {
    path,
    operations: prepared.operations as unknown as PrismOperation[],
    errorTexts: new Map(prepared.errorTexts as [number, string][]),
  }
}
