import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { specPath } from '@wecom-meeting/spec'
import { writeOrCheck } from '@wecom-meeting/spec/generated-files'
import openapiTS, { astToString, type OpenAPITSOptions } from 'openapi-typescript'
import ts from 'typescript'
import control from '../src/control/openapi.json' with { type: 'json' }
import options from '../src/options.json' with { type: 'json' }
import { readSpecDocument } from '../src/spec/readSpecDocument.ts'

const { operations, errorTexts } = await readSpecDocument(specPath)

function pickOptions(isOfCorp: boolean): object {
  const all = Object.entries(options.properties)
  return Object.fromEntries(all.filter(([, option]) => 'x-corp' in option === isOfCorp))
}

// For a further corp the defaults are what the server has.
const notForControl = /^(?:x-(?:corp|flags|group|help|type)|default)$/
control.components.schemas.CorpOptions.properties = JSON.parse(
  JSON.stringify(pickOptions(true), (key, value) => (notForControl.test(key) ? undefined : value)),
)

const range = 'readonly [from: number, to: number]'

async function writeTypes(
  source: string,
  document: object,
  further: OpenAPITSOptions = {},
): Promise<string> {
  const types = await openapiTS({ ...control, paths: {}, ...document } as never, {
    alphabetize: false,
    silent: true,
    transform(schema: { format?: string; maxItems?: number; 'x-type'?: string }) {
      const { format, maxItems, 'x-type': own } = schema
      const name = own ?? (format === 'operation-id' ? 'OperationId' : maxItems === 2 && range)
      return name ? ts.factory.createTypeReferenceNode(name) : undefined
    },
    ...further,
  })
  const banner = `// Generated from ${source} by \`pnpm generate\`. Do not edit.\n\n`
  // Editors show a `@description` as a tag without meaning.
  return banner + astToString(types).replaceAll('@description ', '')
}

const CorpOptions = { type: 'object', properties: pickOptions(true) }
const ServerOptions = { type: 'object', properties: pickOptions(false) }

const files = {
  'control.json': control,
  /** What the control takes and gives, in process too; a default does not make a field required. */
  'control.ts': await writeTypes(
    'src/control/openapi.json',
    {},
    {
      immutable: true,
      defaultNonNullable: false,
      inject:
        "import type { operations as all } from '@wecom-meeting/spec/types'\n\ntype OperationId = keyof all\n",
    },
  ),
  'options.ts': await writeTypes('src/options.json', {
    components: { schemas: { CorpOptions, ServerOptions } },
  }),
  // So that --help need not read all of the spec.
  'operationIds.json': operations.map(({ operationId }) => operationId),
  'preparedSpec.json': {
    sha256: createHash('sha256').update(readFileSync(specPath)).digest('hex'),
    errorTexts: [...errorTexts],
    operations,
  },
}
const texts = Object.entries(files).map(([name, file]) => [
  name,
  typeof file === 'string' ? file : `${JSON.stringify(file, null, 1)}\n`,
])
writeOrCheck(fileURLToPath(new URL('../src/generated', import.meta.url)), Object.fromEntries(texts))
