import { FieldsError, type FieldViolation } from '../errors.ts'
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
import type { Operation } from '../spec/operations.ts'
import { createFieldValidator, type Schema } from '../validateFields.ts'
import document from './openapi.json' with { type: 'json' }

interface Parameter {
  name: string
  required?: boolean
  schema: Schema
}

interface DescribedPath {
  parameters?: readonly Parameter[]
  get?: { parameters?: readonly Parameter[] }
  post?: { requestBody?: { content: { 'application/json': { schema: Schema } } } }
}

/** Validates what the control is given against its own document, for one spec's operations. */
export class ControlSchemas {
  readonly #operations: readonly Operation[]
  readonly #validators = new Map<string, ReturnType<typeof createFieldValidator>>()

  constructor(operations: readonly Operation[]) {
    this.#operations = operations
  }

  /**
   * @param options `isText` says that the fields are the query of a request, not its body or an
   * argument; `owner` is what takes them, where that is not the control.
   * @throws {FieldsError} naming the fields, their values and what was expected.
   */
  validate(
    control: string,
    fields: object,
    { isText = false, owner = control }: { isText?: boolean; owner?: string } = {},
  ): void {
    const type = isNestedDeeper(fields, deepestNesting + 2) ? undefined : findNonJson(fields)
    if (type !== undefined) {
      const message = `what ${owner} is given holds what no JSON can hold (${type})`
      throw new FieldsError({ path: [], message })
    }
    const key = `${control} ${isText} ${owner}`
    const validate =
      this.#validators.get(key) ??
      createFieldValidator(this.#findSchema(control, isText), owner, { isText })
    this.#validators.set(key, validate)
    const violations = [...validate(fields), ...this.#findUnknownInMatch(fields)]
    if (violations.length > 0) throw new FieldsError(...violations)
  }

  #findSchema(control: string, isText: boolean): Schema {
    const path = document.paths[`/__mock/${control}` as keyof typeof document.paths]
    const { parameters: shared = [], get, post } = this.#dereference(path) as DescribedPath
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
  #dereference(node: unknown): unknown {
    if (Array.isArray(node)) return node.map((element) => this.#dereference(element))
    if (typeof node !== 'object' || node === null) return node
    const { $ref, format, ...rest } = node as { $ref?: string; format?: string }
    if ($ref !== undefined) {
      return this.#dereference(valueAt(document, $ref.slice('#/'.length).split('/')))
    }
    if (format === 'operation-id') {
      return { ...rest, enum: this.#operations.map(({ operationId }) => operationId) }
    }
    return Object.fromEntries(
      Object.entries(node)
        .filter(([, value]) => value?.readOnly !== true)
        .map(([name, value]) => [name, this.#dereference(value)]),
    )
  }

  /** Of the paths in a match those that lead into no request of the operations that are named beside it. */
  #findUnknownInMatch({
    operation,
    match,
  }: {
    operation?: unknown
    match?: unknown
  }): FieldViolation[] {
    if (!isJsonObject(match)) return []
    const named = this.#operations.filter(({ operationId }) =>
      [operation].flat().includes(operationId),
    )
    const bodies = (named.length > 0 ? named : this.#operations).flatMap(
      ({ resource }) => resource.request?.body?.contents ?? [],
    )
    const fields = bodies.flatMap(({ schema }) => [
      ...collectProperties(schema as JsonObject).keys(),
    ])
    const names = [...new Set(fields), ...namesBesideBody]
    return Object.keys(match)
      .filter((path) => !names.includes(path.replace(/\..*/s, '')))
      .map((path) => ({
        path: ['match', path],
        message: describeUnknownName('match', path, names),
      }))
  }
}
