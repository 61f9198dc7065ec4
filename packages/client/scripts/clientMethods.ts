import {
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

/** An operation as a method of the client. */
export interface ClientMethod extends Omit<Operation, 'pagination'> {
  /** Where the client has it, such as `webinars.enrollments.list`. */
  clientMethod: string
  request: NamedSchema
  response: NamedSchema
  /** The list of a response that comes in pages. */
  list?: List
  /** The numbers of the request that have a range and are no points in time. */
  ranges: Record<string, [least: number, most: number]>
  /** The fields of the request that are points in time. */
  times: string[]
  /** What the coded values of the request's fields are called, such as `EnrollmentAction.Approve`. */
  codes: Record<string, Record<string, string>>
  /** The last of the request's examples: it has nothing that could be left out. */
  example: object
  /** The refusals that are about what was asked for. */
  notFound: CataloguedError[]
}

/** A list that comes in pages. */
interface List {
  pagination: Required<Pagination>
  description: string
  /** The schema of an item that is not plain text. */
  item?: NamedSchema
}

interface NamedSchema extends Schema {
  name: string
  description: string
}

/**
 * The client's methods, in the document's order. The operation for tokens is none.
 *
 * @throws {SpecError} If there is none, an operation does not say which method it is, lacks an example, or its
 *   schemas have no names.
 */
export function clientMethods(document: Record<string, unknown>): ClientMethod[] {
  const methods = operationsOf(document)
    .filter(({ request, clientMethod }) => request ?? clientMethod)
    .map((operation) => clientMethod(document, operation))
  if (methods.length === 0) throw new SpecError(NO_OPERATION)
  return methods
}

/** What is said of a document without operations; from nothing the generated files would be empty. */
export const NO_OPERATION =
  'The document has no operations: correct `paths` in spec/openapi.yaml, or how spec/src reads them.'

function clientMethod(document: Record<string, unknown>, operation: Operation): ClientMethod {
  const { pagination, ...rest } = operation
  const { operationId, clientMethod = '', requestExamples, responseExamples } = rest
  if (!/^[\w.]+\.\w+$/.test(clientMethod)) {
    throw new SpecError(
      `${operationId} does not say which method of the client it is: add \`method\` under \`x-packages\` in spec/openapi.yaml, such as \`meetings.get\`.`,
    )
  }
  const request = namedSchema(document, rest.request)
  const response = namedSchema(document, rest.response)
  const example = Object.values(requestExamples).at(-1) as object | undefined
  if (!example) {
    throw new SpecError(
      `${operationId} has no example of a request: add the page's own in spec/openapi.yaml, and after it shorter ones.`,
    )
  }
  const fields = fieldsOf(document, request)
  return {
    ...rest,
    clientMethod,
    request,
    response,
    ...(pagination && { list: listOf(document, response, pagination) }),
    ranges: rangesOf(fields),
    times: fields.filter(isTime).map(({ name }) => name),
    codes: codesOf(document, fields),
    example,
    notFound: errorCatalogue(document).filter(
      (error) => error.class === 'NotFoundError' && error.name in responseExamples,
    ),
  }
}

function namedSchema(document: Record<string, unknown>, schema: Schema = {}): NamedSchema {
  if (!schema.$ref) {
    throw new SpecError(
      'A request or a response has no named schema: put it under `components/schemas` in spec/openapi.yaml, and a `$ref` in its place; for a response, the first of a `oneOf`.',
    )
  }
  return { description: '', ...resolved(document, schema), name: nameOf(schema.$ref) }
}

/** @throws {SpecError} If an item is neither text nor of a named schema. */
function listOf(
  document: Record<string, unknown>,
  { properties }: NamedSchema,
  pagination: Pagination,
): List {
  const { description = '', items = {} } = properties?.[pagination.items] ?? {}
  const list = { pagination: { ...pagination, more: pagination.more ?? 'has_more' }, description }
  if (items.type === 'string') return list
  if (items.$ref) return { ...list, item: namedSchema(document, items) }
  throw new SpecError(
    `The items of \`${pagination.items}\` are neither text nor have a named schema: put it under \`components/schemas\` in spec/openapi.yaml, and a \`$ref\` in its place.`,
  )
}

function isTime({ refersTo }: Field): boolean {
  return refersTo.includes('UnixTime')
}

function rangesOf(fields: Field[]): ClientMethod['ranges'] {
  const ranges = fields.flatMap((field) => {
    const { minimum, maximum, enum: codes } = field.schema
    const hasRange = !codes && !isTime(field) && minimum !== undefined && maximum !== undefined
    return hasRange ? [[field.name, [minimum, maximum]]] : []
  })
  return Object.fromEntries(ranges)
}

function codesOf(document: Record<string, unknown>, fields: Field[]): ClientMethod['codes'] {
  const schemas = new Map(codedSchemas(document).map((schema) => [schema.name, schema]))
  const codes = fields.flatMap(({ name, refersTo: [schema = ''] }) => {
    const names = schemas.get(schema)?.values.map((code) => [code.value, `${schema}.${code.name}`])
    return names ? [[name, Object.fromEntries(names)]] : []
  })
  return Object.fromEntries(codes)
}

function nameOf($ref: string): string {
  return $ref.split('/').at(-1) ?? ''
}

/** The name of a schema as that of a variable or a file. */
export function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
