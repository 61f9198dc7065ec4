import { judgeAnswer } from '../engine/judgeAnswer.ts'
import type { IHttpOperation } from '../engine/prism.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { Operation } from '../spec/operations.ts'

/**
 * An operation for judging real traffic: responses are open in the spec, so that what WeCom adds
 * breaks nobody; here everything that the spec does not name is a finding.
 */
export interface ClosedOperation {
  operation: Operation
  /** With what the spec says of an answer that carries data. */
  data: Pick<Operation, 'resource'>
  /** With what the spec says of an answer that carries an errcode other than 0. */
  refusal: Pick<Operation, 'resource'>
}

const anyRefusal = { errcode: -1, errmsg: 'system busy' }

export function closedOperation(operation: Operation): ClosedOperation {
  const branches = answerBranches(operation.resource)
  const refusals = branches.filter((resource) => judgeAnswer({ resource }, anyRefusal).length === 0)
  const data = branches.filter((resource) => !refusals.includes(resource))
  const whole = closedResource(operation.resource)
  return {
    operation,
    data: { resource: closedResource(data[0] ?? whole) },
    refusal: { resource: closedResource(refusals[0] ?? whole) },
  }
}

/** One resource for each branch of the answer's `oneOf`: the spec says "the data, or a refusal". */
function answerBranches(resource: IHttpOperation): IHttpOperation[] {
  const schema = resource.responses[0]?.contents?.[0]?.schema
  const branches = schema?.oneOf ?? []
  return branches.map((branch) =>
    withAnswerSchema(resource, () => ({ $schema: schema?.$schema, ...(branch as JsonObject) })),
  )
}

function closedResource(resource: IHttpOperation): IHttpOperation {
  const closed = withAnswerSchema(resource, closedSchema)
  const contents = closed.request?.body?.contents
  if (!contents) return closed
  const body = { ...closed.request?.body, contents: contents.map(withClosedSchema) }
  return { ...closed, request: { ...closed.request, body } } as IHttpOperation
}

function withClosedSchema<T extends { schema?: unknown }>(content: T): T {
  return { ...content, schema: closedSchema(content.schema as JsonObject) }
}

function withAnswerSchema(
  resource: IHttpOperation,
  change: (schema: JsonObject) => JsonObject,
): IHttpOperation {
  const responses = resource.responses.map((response) => ({
    ...response,
    contents: response.contents?.map((content) => ({
      ...content,
      schema: change((content.schema ?? {}) as JsonObject),
    })),
  }))
  return { ...resource, responses } as IHttpOperation
}

const schemaLists = ['oneOf', 'anyOf', 'allOf']

/**
 * The schema, with no field but those it names and no coded value but those it lists. The forms that
 * stand beside an object's own properties are parts of it, which can't be closed by themselves.
 */
function closedSchema(schema: JsonObject, isWhole = true): JsonObject {
  const closed: JsonObject = { ...schema }
  const areWhole = isWhole && !isJsonObject(schema.properties)
  for (const list of schemaLists) {
    if (Array.isArray(schema[list])) {
      closed[list] = schema[list].map((form) => closedSchema(form, areWhole))
    }
  }
  if (isJsonObject(schema.items)) closed.items = closedSchema(schema.items)
  if (isJsonObject(schema.properties)) {
    closed.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, field]) => [
        name,
        isJsonObject(field) ? closedSchema(field) : field,
      ]),
    )
    if (isWhole) closed.unevaluatedProperties = false
  }
  if (schema['x-extensible-enum']) closed.enum = schema['x-extensible-enum']
  return closed
}
