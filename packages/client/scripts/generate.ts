import { fileURLToPath } from 'node:url'
import { readSpec } from '@wecom-meeting/spec'
import { writeOrCheck } from '@wecom-meeting/spec/generated-files'
import { chineseErrorTextsFile } from './chineseErrorTextsFile.ts'
import { codedValuesFile } from './codedValuesFile.ts'
import { errorCatalogueFile } from './errorCatalogueFile.ts'
import { openApiTypesFile } from './openApiTypesFile.ts'
import { operationsFile } from './operationsFile.ts'

const document = readSpec()

writeOrCheck(fileURLToPath(new URL('../src/generated', import.meta.url)), {
  'chineseErrorTexts.ts': chineseErrorTextsFile(document),
  'codedValues.ts': codedValuesFile(document),
  'errorCatalogue.ts': errorCatalogueFile(document),
  'openapi.ts': await openApiTypesFile(document),
  'operations.ts': operationsFile(document),
})
