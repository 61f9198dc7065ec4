import { codedSchemas } from '@wecom-meeting/spec'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { banner } from './tableFiles.ts'

type Node = Record<string, unknown>

/** The document's types by openapi-typescript, with the coded values by their generated types. */
export async function openApiTypesFile(document: Node): Promise<string> {
  const coded = new Set(codedSchemas(document).map(({ name }) => `#/components/schemas/${name}`))
  const ast = await openapiTS(withDescribedReferences(document) as never, {
    alphabetize: false,
    silent: true,
    // A default does not make a field of a request required.
    defaultNonNullable: false,
    transform: (schema, { path }) => {
      const name = path?.split('/').at(-1)
      if (isRefusalErrcode(schema)) return codedType('RefusalErrcode')
      return path && coded.has(path) && name ? codedType(name) : undefined
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

/**
 * Gives each bare `$ref` in a schema's properties the description of its target: openapi-typescript
 * writes doc comments from what stands beside the `$ref` only.
 */
function withDescribedReferences(document: Node): Node {
  const copy = structuredClone(document)
  const schemas = (copy.components as { schemas: Record<string, Node> }).schemas
  const describe = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const property of Object.values((node as Node).properties ?? {}) as Node[]) {
      const target = schemas[String(property.$ref).split('/').at(-1) ?? '']
      if (target && !property.description) property.description = target.description
    }
    for (const child of Object.values(node)) describe(child)
  }
  describe(schemas)
  return copy
}
