import { FieldsError } from '../errors.ts'
import { deepestNesting, findNonJson, isNestedDeeper, type JsonObject } from '../json.ts'
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
  readonly #operationIds: readonly string[]
  readonly #validators = new Map<string, ReturnType<typeof createFieldValidator>>()

  constructor(operationIds: readonly string[]) {
    this.#operationIds = operationIds
  }

  /**
   * @param isText Whether the fields are the query of a request, not its body or an argument.
   * @throws {FieldsError} naming the fields, their values and what was expected.
   */
  validate(control: string, fields: object, isText = false): void {
    const type = isNestedDeeper(fields, deepestNesting + 2) ? undefined : findNonJson(fields)
    if (type !== undefined) {
      const message = `what ${control} is given holds what no JSON can hold (${type})`
      throw new FieldsError({ path: [], message })
    }
    const key = `${control}${isText}`
    const validate = this.#validators.get(key) ?? this.#createValidator(control, isText)
    this.#validators.set(key, validate)
    const violations = validate(fields)
    if (violations.length > 0) throw new FieldsError(...violations)
  }

  #createValidator(control: string, isText: boolean): ReturnType<typeof createFieldValidator> {
    const path = document.paths[`/__mock/${control}` as keyof typeof document.paths]
    const { parameters: shared = [], get, post } = this.#dereference(path) as DescribedPath
    // In process there is no query, hence nothing of what all of them may name.
    const parameters = [...(get?.parameters ?? []), ...(isText ? shared : [])]
    const query: Schema = {
      type: 'object',
      properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
      required: parameters.filter(({ required }) => required).map(({ name }) => name),
      additionalProperties: false,
    }
    const body = isText ? undefined : post?.requestBody?.content['application/json'].schema
    return createFieldValidator(body ?? query, control, { isText })
  }

  /** The document's parts in the place of references to them, and the operations where one is named. */
  #dereference(node: unknown): unknown {
    if (Array.isArray(node)) return node.map((element) => this.#dereference(element))
    if (typeof node !== 'object' || node === null) return node
    const { $ref, format, ...rest } = node as { $ref?: string; format?: string }
    if ($ref !== undefined) {
      const steps = $ref.slice('#/'.length).split('/')
      const part = steps.reduce<unknown>((place, step) => (place as JsonObject)[step], document)
      return this.#dereference(part)
    }
    if (format === 'operation-id') return { ...rest, enum: this.#operationIds }
    return Object.fromEntries(
      Object.entries(node).map(([name, value]) => [name, this.#dereference(value)]),
    )
  }
}
