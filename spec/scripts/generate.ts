import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { expandRefusals } from '../src/expandRefusals.ts'
import { writeOrCheck } from '../src/generatedFiles.ts'
import { codedValuesFile } from './codedValuesFile.ts'
import { openApiTypesFile } from './openApiTypesFile.ts'

/** What people edit; what is published is made from it. */
const source = new URL('../openapi.yaml', import.meta.url)
const published = expandRefusals(readFileSync(source, 'utf8'))
const document = parse(published)

writeOrCheck(fileURLToPath(new URL('../generated', import.meta.url)), {
  'codedValues.ts': codedValuesFile(document),
  'openapi.ts': await openApiTypesFile(document),
  'openapi.yaml': published,
})
