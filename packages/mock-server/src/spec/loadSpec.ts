import { specPath } from '@wecom-meeting/spec'
import type { JsonObject } from '../json.ts'
import { type ErrorTexts, readErrorTexts } from './errorTexts.ts'
import { type Operation, readOperations } from './operations.ts'
import { readSpecFile } from './readSpecFile.ts'

/** All that the mock takes from the OpenAPI document. Never changed once it is read. */
export interface MockSpec {
  path: string
  document: JsonObject
  operations: Operation[]
  errorTexts: ErrorTexts
}

let ownSpec: Promise<MockSpec> | undefined

/** The project's own document is read once a process, however many servers start. */
export function loadSpec(path: string = specPath): Promise<MockSpec> {
  if (path !== specPath) return read(path)
  ownSpec ??= read(specPath)
  return ownSpec
}

async function read(path: string): Promise<MockSpec> {
  const document = readSpecFile(path)
  const errorTexts = readErrorTexts(document, path)
  const operations = await readOperations(document, path)
  return { path, document, operations, errorTexts }
}
