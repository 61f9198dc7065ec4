/** The parts of an OpenAPI 3.1 schema that the node's parameters are made from. */
export interface Schema {
  $ref?: string
  title?: string
  description?: string
  required?: string[]
  properties?: Record<string, Schema>
  anyOf?: Schema[]
  enum?: (string | number)[]
  'x-enum-varnames'?: string[]
  'x-enum-descriptions'?: string[]
  maximum?: number
}

export interface Parameter {
  name: string
  description: string
  schema: Schema
}

export interface ApiOperation {
  operationId: string
  summary: string
  parameters?: Parameter[]
  requestBody?: { content: { 'application/json': { schema: Schema } } }
  responses: {
    '200': { content: { 'application/json': { examples: Record<string, Example> } } }
  }
}

/** A named answer; the shared ones stand under `components` and are referred to. */
export interface Example {
  $ref?: string
  value?: unknown
}

export interface OpenApiDocument {
  paths: Record<string, Record<string, ApiOperation>>
  'x-errcodes': Record<string, { name: string; meaning: string; fix: string }>
}

/** Every operation of the document, in its order. */
export function operationsOf(document: OpenApiDocument): ApiOperation[] {
  return Object.values(document.paths).flatMap((path) => Object.values(path))
}

/** What a `$ref` points to; what stands beside the `$ref` counts more. */
export function resolved<T extends { $ref?: string }>(document: OpenApiDocument, referring: T): T {
  const { $ref, ...beside } = referring
  if ($ref === undefined) return referring
  const target = $ref
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document)
  if (target === undefined) throw new Error(`The document has no ${$ref}.`)
  return { ...resolved(document, target as T), ...beside }
}

/**
 * The fields of a request body. Where a field stands in several branches of an `anyOf`, the branch
 * that requires it describes it best: the others speak of giving both.
 */
export function fieldsOf(document: OpenApiDocument, body: Schema): Record<string, Schema> {
  const { anyOf = [], ...whole } = resolved(document, body)
  const fields: Record<string, Schema> = {}
  for (const branch of [whole, ...anyOf.map((schema) => resolved(document, schema))]) {
    for (const [name, schema] of Object.entries(branch.properties ?? {})) {
      if (!(name in fields) || branch.required?.includes(name)) {
        fields[name] = resolved(document, schema)
      }
    }
  }
  return fields
}
