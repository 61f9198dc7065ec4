import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readSpec } from '@wecom-meeting/spec'
import { writeOrCheck } from '@wecom-meeting/spec/generated-files'
import { chineseErrorTextsFile } from './chineseErrorTextsFile.ts'
import { codedValuesFile } from './codedValuesFile.ts'
import { errorCatalogueFile } from './errorCatalogueFile.ts'
import { openApiTypesFile } from './openApiTypesFile.ts'
import { operationsFile } from './operationsFile.ts'
import { resourcesFile } from './resourcesFile.ts'

const document = readSpec()
const resolved = readdirSync(new URL('../src/resources', import.meta.url)).map(
  (file) => file.charAt(0).toUpperCase() + file.slice(1).replace('.ts', ''),
)

writeOrCheck(fileURLToPath(new URL('../src/generated', import.meta.url)), {
  'chineseErrorTexts.ts': chineseErrorTextsFile(document),
  'codedValues.ts': codedValuesFile(document),
  'errorCatalogue.ts': errorCatalogueFile(document),
  'openapi.ts': await openApiTypesFile(document),
  'operations.ts': operationsFile(document),
  'resources.ts': resourcesFile(document, new Set(resolved)),
})
