import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { specPath } from '@wecom-meeting/spec'
import { writeOrCheck } from '@wecom-meeting/spec/generated-files'
import openapiTS, { astToString, type SchemaObject } from 'openapi-typescript'
import ts from 'typescript'
import control from '../src/control/openapi.json' with { type: 'json' }
import { readOperations } from '../src/spec/operations.ts'
import { readErrorTexts } from '../src/spec/readSpecDocument.ts'
import { readSpecFile } from '../src/spec/readSpecFile.ts'

const banner = (source: string) =>
  `// Generated from ${source} by \`pnpm generate\`. Do not edit.\n\n`
const text = readFileSync(specPath)
const document = readSpecFile()

const preparedSpec = {
  sha256: createHash('sha256').update(text).digest('hex'),
  errorTexts: [...readErrorTexts(document, specPath)],
  operations: await readOperations(document, specPath),
}
const range = 'readonly [from: number, to: number]'
/** What the control takes and gives, in process too. */
const controlTypes = await openapiTS({ ...control, paths: {} } as never, {
  alphabetize: false,
  silent: true,
  immutable: true,
  // A default does not make a field required.
  defaultNonNullable: false,
  inject: "import type { operations as all } from '@wecom-meeting/spec/types'\n\ntype OperationId = keyof all\n",
  transform: ({ format, maxItems }: SchemaObject & { maxItems?: number }) => {
    const name = format === 'operation-id' ? 'OperationId' : maxItems === 2 && range
    return name ? ts.factory.createTypeReferenceNode(name) : undefined
  },
})

writeOrCheck(fileURLToPath(new URL('../src/generated', import.meta.url)), {
  // Editors show a `@description` as a tag without meaning.
  'control.ts': (banner('src/control/openapi.json') + astToString(controlTypes)).replaceAll(
    '@description ',
    '',
  ),
  // So that --help need not read all of the spec.
  'operationIds.json': `${JSON.stringify(preparedSpec.operations.map(({ operationId }) => operationId))}\n`,
  'preparedSpec.json': `${JSON.stringify(preparedSpec, null, 1)}\n`,
})
