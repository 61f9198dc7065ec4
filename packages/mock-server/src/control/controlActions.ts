import { isJsonObject, type JsonObject } from '../json.ts'
import document from './openapi.json' with { type: 'json' }
import { resolved, type Schema } from './Schema.ts'

/** One field that an action takes: an argument where it must be given, else an option. */
export interface ActionField {
  name: string
  description: string
  required: boolean
  schema: Schema
  /** A value for it from the document's examples, if one has any. */
  example: unknown
}

/** What can be done to a running mock, as the control's own document describes it. */
export interface ControlAction {
  /** Its name in process and over HTTP. */
  name: string
  method: 'GET' | 'POST'
  path: string
  summary: string
  description: string
  fields: ActionField[]
  /** Whether it takes fields that the document does not name: those of WeCom's own answers. */
  open: boolean
  examples: JsonObject[]
  /** What it answers: said in words where the answer is empty. */
  answer: { description: string; schema: Schema }
}

interface DescribedOperation {
  operationId: string
  summary: string
  description?: string
  parameters?: { name: string; required: boolean; description: string; schema: Schema }[]
  requestBody?: {
    content: {
      'application/json': { schema: Schema; examples: Record<string, { value: unknown }> }
    }
  }
  responses: {
    '200': { description: string; content: { 'application/json': { schema: Schema } } }
  }
}

/** In the document's order; the document itself is no action. */
export function controlActions(): ControlAction[] {
  return Object.entries(document.paths as Record<string, Record<string, unknown>>)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) =>
        action(path, method, operation as DescribedOperation),
      ),
    )
    .filter(({ name }) => name !== 'getControlDocument')
}

function action(path: string, method: string, operation: DescribedOperation): ControlAction {
  const { operationId, summary, description = '', responses } = operation
  const { description: done, content } = responses['200']
  const body = operation.requestBody?.content['application/json']
  const schema = resolved(body?.schema ?? {})
  const examples = Object.values(body?.examples ?? {}).map(({ value }) => value)
  return {
    name: operationId,
    method: method === 'get' ? 'GET' : 'POST',
    path,
    summary,
    description,
    fields: [...(operation.parameters ?? []).map(parameterField), ...bodyFields(schema, examples)],
    open: body !== undefined && schema.additionalProperties === true,
    examples: examples.filter(isJsonObject),
    answer: { description: done, schema: resolved(content['application/json'].schema) },
  }
}

function parameterField(
  parameter: NonNullable<DescribedOperation['parameters']>[number],
): ActionField {
  return { ...parameter, schema: resolved(parameter.schema), example: undefined }
}

function bodyFields(
  { properties = {}, required = [] }: Schema,
  examples: unknown[],
): ActionField[] {
  const names = Object.keys(properties)
  // Arguments stand in the order in which they are given in process.
  const inOrder = [...required, ...names.filter((name) => !required.includes(name))]
  return inOrder.map((name) => {
    const schema = resolved(properties[name] ?? {})
    return {
      name,
      description: schema.description ?? '',
      required: required.includes(name),
      schema,
      example: examples.filter(isJsonObject).find((example) => name in example)?.[name],
    }
  })
}
