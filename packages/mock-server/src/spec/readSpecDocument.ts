import { checkSchemas } from './checkSchemas.ts'
import { readErrorTexts } from './errorTexts.ts'
import type { MockSpec } from './loadSpec.ts'
import { readOperations } from './operations.ts'
import { readSpecFile } from './readSpecFile.ts'

/** Reads an OpenAPI document from its file, with all checks. */
export async function readSpecDocument(path: string): Promise<MockSpec> {
  const document = readSpecFile(path)
  const errorTexts = readErrorTexts(document, path)
  const operations = await readOperations(document, path)
  checkSchemas(operations, path)
  return { path, errorTexts, operations }
}
