import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { getHttpOperationsFromSpec } from '@stoplight/prism-http/dist/utils/operations.js'
import { specPath } from '@wecom-meeting/spec'
import { writeOrCheck } from '@wecom-meeting/spec/generated-files'
import openapiTS, { astToString } from 'openapi-typescript'
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

const preparedSpec = {
  sha256: createHash('sha256').update(text).digest('hex'),
  errorTexts: [...errorTexts],
  operations,
}

function pickOptions(isOfCorp: boolean): object {
  const all = Object.entries(options.properties)
  return Object.fromEntries(all.filter(([, option]) => 'x-corp' in option === isOfCorp))
}

// For a further corp the defaults are what the server has.
const notForControl = /^(?:x-(?:corp|flags|group|help|type)|default)$/
control.components.schemas.CorpOptions.properties = JSON.parse(
  JSON.stringify(pickOptions(true), (key, value) => (notForControl.test(key) ? undefined : value)),
)

async function writeTypes(source: string, document: object): Promise<string> {
  const types = await openapiTS(document as never, {
    alphabetize: false,
    silent: true,
    transform: (schema) =>
      'x-type' in schema ? ts.factory.createTypeReferenceNode(String(schema['x-type'])) : undefined,
  })
  const banner = `// Generated from ${source} by \`pnpm generate\`. Do not edit.\n\n`
  return banner + astToString(types)
}

writeOrCheck(fileURLToPath(new URL('../src/generated', import.meta.url)), {
  'control.json': `${JSON.stringify(control, null, 1)}\n`,
  'openapi.ts': await writeTypes('spec/openapi.yaml', document),
  // So that --help need not read all of the spec.
  'operationIds.json': `${JSON.stringify(operations.map(({ operationId }) => operationId))}\n`,
  'options.ts': await writeTypes('src/options.json', {
    ...control,
    paths: {},
    components: {
      schemas: {
        CorpOptions: { type: 'object', properties: pickOptions(true) },
        ServerOptions: { type: 'object', properties: pickOptions(false) },
      },
    },
  }),
  'preparedSpec.json': `${JSON.stringify(preparedSpec, null, 1)}\n`,
})
