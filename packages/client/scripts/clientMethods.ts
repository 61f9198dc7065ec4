import { type CataloguedError, errorCatalogue } from '@wecom-meeting/spec'
import { SpecError } from './SpecError.ts'

/** A method of the client, as the document describes its operation. */
export interface ClientMethod {
  operationId: string
  path: string
  /** Such as `webinars`, or `webinars.enrollments` for a resource in another. */
  resource: string
  /** Such as `get`. */
  name: string
  description: string
  /** Address of WeCom's page. */
  page: string
  request: Schema
  answer: Schema
  /** Of an answer that comes in pages: its list, and the schema of the items. */
  paged?: { list: string; item: string }
  /** The last of the request's examples: it has nothing that could be left out. */
  example: object
  /** The refusals that are about what was asked for. */
  notFound: CataloguedError[]
}

interface Schema {
  name: string
  description: string
  properties: Record<
    string,
    { type?: unknown; items?: Reference; minimum?: number; maximum?: number }
  >
}

/**
 * The client's methods, in the document's order. The operation for tokens is none.
 *
 * @throws SpecError if an operation does not say which method it is, lacks an example, or its schemas have
 *   no names.
 */
export function clientMethods(document: Record<string, unknown>): ClientMethod[] {
  const paths = document.paths as Record<string, { post?: Operation }>
  const methods = Object.entries(paths).flatMap(([path, { post }]) =>
    post ? [clientMethod(document, path, post)] : [],
  )
  const [repeated] = [...Map.groupBy(methods, calledAs).values()].filter(({ length }) => length > 1)
  if (repeated) throw new SpecError(sameMethod(repeated))
  return methods
}

/** Where the client has the method, such as `webinars.enrollments.list`. */
export function calledAs({ resource, name }: Pick<ClientMethod, 'resource' | 'name'>): string {
  return `${resource}.${name}`
}

function sameMethod(methods: ClientMethod[]): string {
  const names = methods.map(({ operationId }) => operationId).join(' and ')
  return `${names} are the same method: give one another \`x-client-method\` in spec/openapi.yaml.`
}

interface Reference {
  $ref: string
}

interface Json<Content> {
  content: { 'application/json': Content & { examples?: Record<string, { value: object }> } }
}

interface Operation {
  operationId: string
  'x-client-method'?: string
  description: string
  externalDocs: { url: string }
  requestBody: Json<{ schema: Reference }>
  responses: { 200: Json<{ schema: { oneOf?: Reference[] } }> }
}

function clientMethod(
  document: Record<string, unknown>,
  path: string,
  operation: Operation,
): ClientMethod {
  const { operationId, description, externalDocs } = operation
  const [, resource, name] = /^([\w.]+)\.(\w+)$/.exec(operation['x-client-method'] ?? '') ?? []
  if (!resource || !name) {
    throw new SpecError(
      `${operationId} does not say which method of the client it is: add \`x-client-method\` in spec/openapi.yaml, such as \`meetings.get\`.`,
    )
  }
  const body = operation.requestBody.content['application/json']
  const { schema, examples } = operation.responses[200].content['application/json']
  const answer = schemaBehind(document, schema.oneOf?.[0])
  const example = Object.values(body.examples ?? {}).at(-1)?.value
  if (!example)
    throw new SpecError(
      `${operationId} has no example of a request: add the page's own in spec/openapi.yaml, and after it shorter ones.`,
    )
  return {
    operationId,
    path,
    resource,
    name,
    description,
    page: externalDocs.url,
    request: schemaBehind(document, body.schema),
    answer,
    ...pagedIn(answer),
    example,
    notFound: errorCatalogue(document).filter(
      (error) => error.class === 'NotFoundError' && error.name in (examples ?? {}),
    ),
  }
}

function schemaBehind(document: Record<string, unknown>, reference?: Reference): Schema {
  if (!reference?.$ref) {
    throw new SpecError(
      'A request or an answer has no named schema: put it under `components/schemas` in spec/openapi.yaml, and a `$ref` in its place; for an answer, the first of a `oneOf`.',
    )
  }
  const name = nameOf(reference.$ref)
  const { schemas } = document.components as { schemas: Record<string, Omit<Schema, 'name'>> }
  const { description = '', properties = {} } = schemas[name] ?? {}
  return { name, description, properties }
}

function pagedIn({ properties }: Schema): Pick<ClientMethod, 'paged'> {
  const [list, schema] = Object.entries(properties).find(([, { type }]) => type === 'array') ?? []
  if (!('next_cursor' in properties) || !list) return {}
  if (!schema?.items?.$ref) {
    throw new SpecError(
      `The items of \`${list}\` have no named schema: put it under \`components/schemas\` in spec/openapi.yaml, and a \`$ref\` in its place.`,
    )
  }
  return { paged: { list, item: nameOf(schema.items.$ref) } }
}

function nameOf($ref: string): string {
  return $ref.split('/').at(-1) ?? ''
}
