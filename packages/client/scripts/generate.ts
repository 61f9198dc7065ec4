import { fileURLToPath } from 'node:url'
import { readSpec } from '@wecom-meeting/spec'
import { writeOrCheck } from '@wecom-meeting/spec/generated-files'
import { SpecError } from './clientMethods.ts'
import { resolvedResponses, resourcesFile } from './resourcesFile.ts'
import { chineseErrorTextsFile, errorCatalogueFile, operationsFile } from './tableFiles.ts'

const document = readSpec()

try {
  writeOrCheck(fileURLToPath(new URL('../src/generated', import.meta.url)), {
    'chineseErrorTexts.ts': chineseErrorTextsFile(document),
    'errorCatalogue.ts': errorCatalogueFile(document),
    'operations.ts': operationsFile(document),
    'resources.ts': resourcesFile(document, resolvedResponses()),
  })
} catch (error) {
  if (!(error instanceof SpecError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
