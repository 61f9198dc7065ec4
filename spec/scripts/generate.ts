import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expandRefusals } from '../src/expandRefusals.ts'
import { writeOrCheck } from '../src/generatedFiles.ts'

/** What people edit; what is published is made from it. */
const source = new URL('../openapi.yaml', import.meta.url)

writeOrCheck(fileURLToPath(new URL('../generated', import.meta.url)), {
  'openapi.yaml': expandRefusals(readFileSync(source, 'utf8')),
})
