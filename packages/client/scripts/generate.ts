import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSpec } from '@wecom-meeting/spec'
import { writeOrCheck } from '@wecom-meeting/spec/generated-files'
import { SpecError } from './clientMethods.ts'
import { resolvedResponses, resourcesFile } from './resourcesFile.ts'
import { chineseErrorTextsFile, errorCatalogueFile, operationsFile } from './tableFiles.ts'

const document = readSpec()
const folder = fileURLToPath(new URL('../src/generated', import.meta.url))

writeOrCheck(folder, {
  'chineseErrorTexts.ts': chineseErrorTextsFile(document),
  'errorCatalogue.ts': errorCatalogueFile(document),
  'operations.ts': orUnchanged('operations.ts', () => operationsFile(document)),
  'resources.ts': orUnchanged('resources.ts', () => resourcesFile(document, resolvedResponses())),
})

/** Where something is missing a file stays as it is: the types help to write what is missing. */
function orUnchanged(file: string, write: () => string): string {
  try {
    return write()
  } catch (error) {
    if (!(error instanceof SpecError)) throw error
    console.error(error.message)
    process.exitCode = 1
    return readFileSync(join(folder, file), 'utf8')
  }
}
