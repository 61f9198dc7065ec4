import { FieldsError, type FieldViolation } from '../errors.ts'
import document from '../generated/control.json' with { type: 'json' }
import {
  deepestNesting,
  findNonJson,
  isJsonObject,
  isNestedDeeper,
  type JsonObject,
  valueAt,
} from '../json.ts'
import { namesBesideBody } from '../match.ts'
import { describeUnknownName } from '../names.ts'
import { collectProperties } from '../spec/collectProperties.ts'
import type { MockSpec } from '../spec/operations.ts'
import { createFieldCheck, type FieldCheck, type FieldSchema } from '../validateFields.ts'

interface Parameter {
  name: string
  required?: boolean
  schema: FieldSchema
}

interface DescribedPath {
  parameters?: readonly Parameter[]
  get?: { parameters?: readonly Parameter[] }
  post?: { requestBody?: { content: { 'application/json': { schema: FieldSchema } } } }
}

/** Compiled once for all servers of a spec. */
const checksOf = new WeakMap<MockSpec, Map<string, FieldCheck>>()

/**
 * Validates what the control is given against its own document, with one spec's operations.
 *
 * @param options `isText` says that the fields are the query of a request, not its body or an
 * argument; `owner` is what takes them, where that is not the control.
 * @throws {FieldsError} naming the fields, their values and what was expected.
 */
export function validateControl(
  spec: MockSpec,
  control: string,
  fields: object,
  { isText = false, owner = control }: { isText?: boolean; owner?: string } = {},
): void {
  const type = isNestedDeeper(fields, deepestNesting + 2) ? undefined : findNonJson(fields)
  if (type !== undefined) {
    const message = `what ${owner} is given holds what no JSON can hold (${type})`
    throw new FieldsError({ path: [], message })
  }
  const checks = checksOf.get(spec) ?? new Map<string, FieldCheck>()
  checksOf.set(spec, checks)
  const key = `${control} ${isText} ${owner}`
  const check =
    checks.get(key) ?? createFieldCheck(findSchema(spec, control, isText), owner, isText)
  checks.set(key, check)
  check(fields, isJsonObject(fields) ? findUnknownInMatch(fields, spec) : [])
}

function findSchema(spec: MockSpec, control: string, isText: boolean): FieldSchema {
  const path = document.paths[`/__mock/${control}` as keyof typeof document.paths]
  const { parameters: shared = [], get, post } = dereference(path, spec) as DescribedPath
  const body = isText ? undefined : post?.requestBody?.content['application/json'].schema
  if (body) return body
  // In process there is no query, hence nothing of what all of them may name.
  const parameters = [...(get?.parameters ?? []), ...(isText ? shared : [])]
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  }
}

/**
 * The document's parts in the place of references to them, and the operations where one is named; without
 * what only responses have.
 */
function dereference(node: unknown, spec: MockSpec): unknown {
  if (Array.isArray(node)) return node.map((element) => dereference(element, spec))
  if (typeof node !== 'object' || node === null) return node
  const { $ref, format, ...rest } = node as { $ref?: string; format?: string }
  if ($ref !== undefined) {
    return dereference(valueAt(document, $ref.slice('#/'.length).split('/')), spec)
  }
  if (format === 'operation-id') {
    return { ...rest, enum: spec.operations.map(({ operationId }) => operationId) }
  }
  return Object.fromEntries(
    Object.entries(node)
      .filter(([, value]) => value?.readOnly !== true)
      .map(([name, value]) => [name, dereference(value, spec)]),
  )
}

/** Of the paths in a match those that lead into no request of the operations that are named beside it. */
function findUnknownInMatch(
  { operation, match }: { operation?: unknown; match?: unknown },
  { operations }: MockSpec,
): FieldViolation[] {
  if (!isJsonObject(match)) return []
  const wanted = [operation].flat()
  const named = operations.filter(({ operationId }) => wanted.includes(operationId))
  const fields = (named.length > 0 ? named : operations)
    .flatMap(({ resource }) => resource.request?.body?.contents ?? [])
    .flatMap(({ schema }) => [...collectProperties(schema as JsonObject).keys()])
  const names = [...new Set(fields), ...namesBesideBody]
  return Object.keys(match)
    .filter((path) => !names.includes(path.replace(/\..*/s, '')))
    .map((path) => ({ path: ['match', path], message: describeUnknownName('match', path, names) }))
}
