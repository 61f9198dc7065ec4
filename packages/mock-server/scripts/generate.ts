import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { specPath } from '@wecom-meeting/spec'
import { writeOrCheck } from '@wecom-meeting/spec/generated-files'
import { readOperations } from '../src/spec/operations.ts'
import { readErrorTexts } from '../src/spec/readSpecDocument.ts'
import { readSpecFile } from '../src/spec/readSpecFile.ts'

const text = readFileSync(specPath)
const document = readSpecFile()

const preparedSpec = {
  sha256: createHash('sha256').update(text).digest('hex'),
  errorTexts: [...readErrorTexts(document, specPath)],
  operations: await readOperations(document, specPath),
}

writeOrCheck(fileURLToPath(new URL('../src/generated', import.meta.url)), {
  // So that --help need not read all of the spec.
  'operationIds.json': `${JSON.stringify(preparedSpec.operations.map(({ operationId }) => operationId))}\n`,
  'preparedSpec.json': `${JSON.stringify(preparedSpec, null, 1)}\n`,
})
