import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { codedSchemas } from '../src/codedValues.ts'
import { banner } from '../src/generatedFiles.ts'
import { resolved, type Schema } from '../src/schemas.ts'

type Node = Record<string, unknown>

/** The document's types by openapi-typescript, with the coded values by their generated types. */
export async function openApiTypesFile(document: Node): Promise<string> {
  const coded = new Set(codedSchemas(document).map(({ name }) => `#/components/schemas/${name}`))
  const ast = await openapiTS(structuredClone(document) as never, {
    alphabetize: false,
    silent: true,
    // A default does not make a field of a request required.
    defaultNonNullable: false,
    transform: (schema, { path }) => {
      const name = path?.split('/').at(-1)
      if (isRefusalErrcode(schema)) return codedType('RefusalErrcode')
      return path && coded.has(path) && name ? codedType(name) : undefined
    },
    // It writes doc comments from what stands beside a `$ref` only.
    transformProperty: (property, schema) => {
      const { description } = resolved(document, schema as Schema)
      if (description) schema.description ??= description
      return property
    },
  })
  return `${banner}import type * as codedValues from './codedValues.ts'\n\n${documented(asProse(astToString(ast)))}`
}

/** Doc comments as people write them; editors show a `@description` as a tag without meaning. */
function asProse(code: string): string {
  const beneathTitle = /(?<!\/\*\*)\n( +\*) @description /g
  return code.replaceAll(beneathTitle, '\n$1\n$1 ').replaceAll('@description ', '')
}

const DOCS = {
  paths: 'The paths of the API as openapi-fetch reads them, for `wecom.raw`.',
  components: 'The schemas as the pages have them, with every contradiction that they accept.',
  operations: 'The operations by their `operationId`.',
}

/** openapi-typescript gives its own exports no doc comments. */
function documented(code: string): string {
  return Object.entries(DOCS).reduce(
    (rest, [name, doc]) =>
      rest.replace(`export interface ${name} {`, `/** ${doc} */\nexport interface ${name} {`),
    code,
  )
}

/** By it a union of a success and a refusal is told apart. */
function isRefusalErrcode(schema: object): boolean {
  return ((schema as Node).not as Node | undefined)?.const === 0
}

function codedType(name: string): ts.TypeNode {
  return ts.factory.createTypeReferenceNode(`codedValues.${name}`)
}
