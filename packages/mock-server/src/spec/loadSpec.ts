import { createRequire } from 'node:module'
import type { ErrorTexts } from './errorTexts.ts'
import type { Operation } from './operations.ts'
import { preparedSpec } from './preparedSpec.ts'

/** All that the mock takes from the OpenAPI document. Never changed once it is read. */
export interface MockSpec {
  path: string
  operations: Operation[]
  errorTexts: ErrorTexts
}

// Not `import.meta.resolve`, which Jest's modules do not have.
const { resolve } = createRequire(import.meta.url)
const specPath = resolve('@wecom-meeting/spec/openapi.yaml')

let ownSpec: Promise<MockSpec> | undefined

/** The project's own document is read once a process, however many servers start. */
export function loadSpec(path: string = specPath): Promise<MockSpec> {
  if (path !== specPath) return readAnySpec(path)
  ownSpec ??= readOwnSpec()
  return ownSpec
}

/** Reads a document that has changed. */
export function loadChangedSpec(path: string = specPath): Promise<MockSpec> {
  return path === specPath ? readOwnSpec() : readAnySpec(path)
}

async function readOwnSpec(): Promise<MockSpec> {
  return (await preparedSpec(specPath)) ?? readAnySpec(specPath)
}

async function readAnySpec(path: string): Promise<MockSpec> {
  // The readers of YAML and OpenAPI are half of what there is to import, and rarely needed.
  const { readSpecDocument } = await import('./readSpecDocument.ts')
  return readSpecDocument(path)
}
