import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { getHttpOperationsFromSpec } from '@stoplight/prism-http/dist/utils/operations.js'
import { specPath } from '@wecom-meeting/spec'
import { writeOrCheck } from '@wecom-meeting/spec/generated-files'
import openapiTS, { astToString, type OpenAPITSOptions } from 'openapi-typescript'
import ts from 'typescript'
import control from '../src/control/openapi.json' with { type: 'json' }
import options from '../src/options.json' with { type: 'json' }
import { readSpecDocument } from '../src/spec/readSpecDocument.ts'
import { readSpecFile } from '../src/spec/readSpecFile.ts'

const text = readFileSync(specPath)
const document = readSpecFile()
const { operations, errorTexts } = await readSpecDocument(specPath)
// Puts what references name in their place, so that every field shows its description.
await getHttpOperationsFromSpec(document)

function pickOptions(isOfCorp: boolean): object {
  const all = Object.entries(options.properties)
  return Object.fromEntries(all.filter(([, option]) => 'x-corp' in option === isOfCorp))
}

// For a further corp the defaults are what the server has.
const notForControl = /^(?:x-(?:corp|flags|group|help|type)|default)$/
control.components.schemas.CorpOptions.properties = JSON.parse(
  JSON.stringify(pickOptions(true), (key, value) => (notForControl.test(key) ? undefined : value)),
)

async function writeTypes(
  source: string,
  document: object,
  further: OpenAPITSOptions = {},
): Promise<string> {
  const types = await openapiTS({ ...control, paths: {}, ...document } as never, {
    alphabetize: false,
    silent: true,
    ...further,
  })
  return `// Generated from ${source} by \`pnpm generate\`. Do not edit.\n\n${astToString(types)}`
}

const range = 'readonly [from: number, to: number]'
const ownTypes: OpenAPITSOptions = {
  // A default does not make a field required.
  defaultNonNullable: false,
  transform(schema: { format?: string; maxItems?: number; 'x-type'?: string }) {
    const known = schema.format === 'operation-id' ? 'OperationId' : schema.maxItems === 2 && range
    const name = schema['x-type'] ?? known
    return name ? ts.factory.createTypeReferenceNode(name) : undefined
  },
}
/** What the control takes and gives, in process too. */
const controlTypes = await writeTypes(
  'src/control/openapi.json',
  { paths: {} },
  {
    ...ownTypes,
    immutable: true,
    inject:
      "import type { operations as all } from './openapi.ts'\n\ntype OperationId = keyof all\n",
  },
)
const schemas = Object.fromEntries(
  [true, false].map((isOfCorp) => [
    isOfCorp ? 'CorpOptions' : 'ServerOptions',
    { type: 'object', properties: pickOptions(isOfCorp) },
  ]),
)
const optionTypes = await writeTypes('src/options.json', { components: { schemas } }, ownTypes)
// Editors show a `@description` as a tag without meaning.
const withoutTag = (types: string) => types.replaceAll('@description ', '')

writeOrCheck(fileURLToPath(new URL('../src/generated', import.meta.url)), {
  'control.json': `${JSON.stringify(control, null, 1)}\n`,
  'control.ts': withoutTag(controlTypes),
  'openapi.ts': await writeTypes('spec/openapi.yaml', document),
  // So that --help need not read all of the spec.
  'operationIds.json': `${JSON.stringify(operations.map(({ operationId }) => operationId))}\n`,
  'options.ts': withoutTag(optionTypes),
  'preparedSpec.json': `${JSON.stringify(
    {
      sha256: createHash('sha256').update(text).digest('hex'),
      errorTexts: [...errorTexts],
      operations,
    },
    null,
    1,
  )}\n`,
})
