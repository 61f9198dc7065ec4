import { editorText, label } from './editorText.mts'
import { type ApiOperation, fieldsOf, type OpenApiDocument, type Schema } from './openapi.mts'

/** TypeScript that declares one endpoint's texts, for the operation files to take from. */
export function endpointSource(document: OpenApiDocument, operation: ApiOperation): string {
  const body = operation.requestBody?.content['application/json'].schema ?? {}
  const fields = Object.entries(fieldsOf(document, body)).map(([name, schema]) => [
    name,
    field(name, schema),
  ])
  const names = fields.map(([name]) => `'${name}'`).join(' | ')
  const endpoint = { summary: operation.summary, fields: Object.fromEntries(fields) }
  return [
    "import type { Endpoint } from '../endpoint.ts'",
    '',
    `export const ${operation.operationId}: Endpoint<${names}> = ${JSON.stringify(endpoint, null, 2)}`,
    '',
  ].join('\n')
}

function field(name: string, schema: Schema): object {
  if (!schema.title) throw new Error(`The request field ${name} has no title to label it with.`)
  return {
    displayName: schema.title,
    description: editorText(schema.description ?? ''),
    ...(schema.enum && { options: options(schema, schema.enum) }),
    ...(schema.maximum !== undefined && { maximum: schema.maximum }),
  }
}

function options(schema: Schema, codes: (string | number)[]): object[] {
  return codes.map((value, index) => {
    const name = label(schema['x-enum-varnames']?.[index] ?? String(value))
    const description = editorText(schema['x-enum-descriptions']?.[index] ?? '')
    return { name, value, ...(description !== name && { description }) }
  })
}
