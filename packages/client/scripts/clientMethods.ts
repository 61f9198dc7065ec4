import {
  type Batch,
  type CataloguedError,
  codedSchemas,
  errorCatalogue,
  type Field,
  fieldsOf,
  type Operation,
  operationsOf,
  type Pagination,
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
  effect: Operation['effect']
  request: NamedSchema
  response: NamedSchema
  /** Of a response that comes in pages: how, and what an item is. */
  paged?: Pagination & { item: Item }
  /** Of a request about many: where the parts of it are. */
  batch?: Batch
  /** The numbers of the request that have a range and are no points in time. */
  ranges: Record<string, [least: number, most: number]>
  /** The fields of the request that are points in time. */
  times: string[]
  /** What the coded values of the request's fields are called, such as `EnrollmentAction.Approve`. */
  codes: Record<string, Record<string, string>>
  /** How far apart two of them may be. */
  span?: Span
  /** The last of the request's examples: it has nothing that could be left out. */
  example: object
  /** The refusals that are about what was asked for. */
  notFound: CataloguedError[]
}

/** An item of a list: of a named schema, or plain text. */
interface Item {
  /** What a variable that holds one is called. */
  name: string
  /** Its type, where it is text. */
  plain?: 'string'
}

interface Span {
  from: string
  to: string
  seconds: number
}

interface NamedSchema {
  name: string
  'x-max-span'?: Span
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
  const { operationId, description, page, path, effect } = operation
  const [, resource, name] = /^([\w.]+)\.(\w+)$/.exec(operation.clientMethod ?? '') ?? []
  if (!resource || !name) {
    throw new SpecError(
      `${operationId} does not say which method of the client it is: add \`method\` under \`x-packages\` in spec/openapi.yaml, such as \`meetings.get\`.`,
    )
  }
  const request = namedSchema(document, operation.request)
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
    effect,
    request,
    response,
    ...(operation.pagination && { paged: pagedIn(operation.pagination, response) }),
    ...(operation.batch && { batch: operation.batch }),
    ...numbersIn(document, operation),
    ...(request['x-max-span'] && { span: request['x-max-span'] }),
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
  const { description = '', properties = {}, ...rest } = resolved(document, schema)
  return { ...rest, name: nameOf(schema.$ref), description, properties }
}

/** The numbers of a request: those with a range, points in time, and coded values, which have names. */
function numbersIn(
  document: Record<string, unknown>,
  { request = {} }: Operation,
): Pick<ClientMethod, 'ranges' | 'times' | 'codes'> {
  const fields = fieldsOf(document, request)
  const isTime = ({ refersTo }: Field) => refersTo.includes('UnixTime')
  const ranges = fields.flatMap((field) => {
    const { minimum, maximum, enum: codes } = field.schema
    const hasRange = !codes && !isTime(field) && minimum !== undefined && maximum !== undefined
    return hasRange ? [[field.name, [minimum, maximum]]] : []
  })
  const codes = fields.flatMap(({ name, refersTo: [schema] }) => {
    const coded = codedSchemas(document).find((one) => one.name === schema)
    const names = coded?.values.map((code) => [code.value, `${schema}.${code.name}`])
    return names ? [[name, Object.fromEntries(names)]] : []
  })
  return {
    ranges: Object.fromEntries(ranges),
    times: fields.filter(isTime).map(({ name }) => name),
    codes: Object.fromEntries(codes),
  }
}

/** @throws {SpecError} If an item is neither text nor an object of a named schema. */
function pagedIn(pagination: Pagination, { properties }: NamedSchema): Pagination & { item: Item } {
  const { $ref, type } = properties[pagination.items]?.items ?? {}
  if ($ref) return { ...pagination, item: { name: nameOf($ref) } }
  const name = pagination.items.replace(/_?list$/, '')
  if (type === 'string') return { ...pagination, item: { name, plain: type } }
  throw new SpecError(
    `The items of \`${pagination.items}\` are neither text nor have a named schema: put it under \`components/schemas\` in spec/openapi.yaml, and a \`$ref\` in its place.`,
  )
}

function nameOf($ref: string): string {
  return $ref.split('/').at(-1) ?? ''
}
