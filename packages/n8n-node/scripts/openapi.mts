/** The parts of an OpenAPI 3.1 schema that the node's parameters are made from. */
export interface Schema {
  $ref?: string
  title?: string
  description?: string
  required?: string[]
  properties?: Record<string, Schema>
  anyOf?: Schema[]
  maximum?: number
}

/** A named answer; the shared ones stand under `components` and are referred to. */
interface Example {
  $ref?: string
  value?: unknown
}

export interface ApiOperation {
  operationId: string
  path: string
  summary: string
  requestBody?: { content: { 'application/json': { schema: Schema } } }
  responses: { '200': { content: { 'application/json': { examples: Record<string, Example> } } } }
}

/** The document's schemas, by name. */
export function schemasOf(document: Record<string, unknown>): Record<string, Schema> {
  return (document.components as { schemas: Record<string, Schema> }).schemas
}

/** Every operation of the document, in its order. */
export function operationsOf(document: Record<string, unknown>): ApiOperation[] {
  const paths = document.paths as Record<string, Record<string, Omit<ApiOperation, 'path'>>>
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.values(item).map((operation) => ({ ...operation, path })),
  )
}

/** The fields of an operation's request body, by name; what a `$ref` points to stands in its place. */
export function requestFieldsOf(
  document: Record<string, unknown>,
  { requestBody }: ApiOperation,
): Record<string, Schema> {
  return fieldsOf(document, requestBody?.content['application/json'].schema ?? {})
}

/** What a `$ref` points to; what stands beside the `$ref` counts more. */
export function resolved<T extends { $ref?: string }>(
  document: Record<string, unknown>,
  referring: T,
): T {
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
function fieldsOf(document: Record<string, unknown>, body: Schema): Record<string, Schema> {
  const { anyOf = [], ...whole } = resolved(document, body)
  const fields: Record<string, Schema> = {}
  for (const branch of [whole, ...anyOf.map((schema) => resolved(document, schema))]) {
    for (const [name, schema] of Object.entries(branch.properties ?? {})) {
      if (!(name in fields) || branch.required?.includes(name)) fields[name] = schema
    }
  }
  return fields
}
