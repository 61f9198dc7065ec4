import {
  type CataloguedError,
  errorCatalogue,
  type Operation,
  operationsOf,
  resolved,
  type Schema,
} from '@wecom-meeting/spec'

/** What the spec or the files beside it lack for the client to be made; one sentence that says what to do. */
export class SpecError extends Error {}

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
  request: NamedSchema
  response: NamedSchema
  /** Of a response that comes in pages: its list, and the schema of the items. */
  paged?: { list: string; item: string }
  /** The last of the request's examples: it has nothing that could be left out. */
  example: object
  /** The refusals that are about what was asked for. */
  notFound: CataloguedError[]
}

interface NamedSchema {
  name: string
  description: string
  properties: Record<string, Schema>
}

/**
 * The client's methods, in the document's order. The operation for tokens is none.
 *
 * @throws {SpecError} If there is none, an operation does not say which method it is, lacks an example, or its
 *   schemas have no names.
 */
export function clientMethods(document: Record<string, unknown>): ClientMethod[] {
  const methods = operationsOf(document)
    .filter(({ request }) => request)
    .map((operation) => clientMethod(document, operation))
  const [repeated] = [...Map.groupBy(methods, calledAs).values()].filter(({ length }) => length > 1)
  if (repeated) throw new SpecError(sameMethod(repeated))
  if (methods.length === 0) throw new SpecError(NO_OPERATION)
  return methods
}

/** What is said of a document without operations; from nothing the generated files would be empty. */
export const NO_OPERATION =
  'The document has no operations: correct `paths` in spec/openapi.yaml, or how spec/src reads them.'

/** Where the client has the method, such as `webinars.enrollments.list`. */
export function calledAs({ resource, name }: Pick<ClientMethod, 'resource' | 'name'>): string {
  return `${resource}.${name}`
}

function sameMethod(methods: ClientMethod[]): string {
  const names = methods.map(({ operationId }) => operationId).join(' and ')
  return `${names} are the same method: give one another \`method\` under \`x-packages\` in spec/openapi.yaml.`
}

function clientMethod(document: Record<string, unknown>, operation: Operation): ClientMethod {
  const { operationId, description, page, path } = operation
  const [, resource, name] = /^([\w.]+)\.(\w+)$/.exec(operation.clientMethod ?? '') ?? []
  if (!resource || !name) {
    throw new SpecError(
      `${operationId} does not say which method of the client it is: add \`method\` under \`x-packages\` in spec/openapi.yaml, such as \`meetings.get\`.`,
    )
  }
  const response = namedSchema(document, operation.response)
  const example = Object.values(operation.requestExamples).at(-1)
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
    page,
    request: namedSchema(document, operation.request),
    response,
    ...pagedIn(response),
    example,
    notFound: errorCatalogue(document).filter(
      (error) => error.class === 'NotFoundError' && error.name in operation.responseExamples,
    ),
  }
}

function namedSchema(document: Record<string, unknown>, schema: Schema = {}): NamedSchema {
  if (!schema.$ref) {
    throw new SpecError(
      'A request or a response has no named schema: put it under `components/schemas` in spec/openapi.yaml, and a `$ref` in its place; for a response, the first of a `oneOf`.',
    )
  }
  const { description = '', properties = {} } = resolved(document, schema)
  return { name: nameOf(schema.$ref), description, properties }
}

function pagedIn({ properties }: NamedSchema): Pick<ClientMethod, 'paged'> {
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
