import { FieldsError } from '../errors.ts'
import { deepestNesting, findNonJson, isNestedDeeper, type JsonObject } from '../json.ts'
import { createFieldValidator, type Schema } from '../validateFields.ts'
import document from './openapi.json' with { type: 'json' }

interface DescribedOperation {
  operationId: string
  parameters?: { name: string; required: boolean; schema: Schema }[]
  requestBody?: { content: { 'application/json': { schema: Schema } } }
}

/** Validates what the control is given against its own document, for one spec's operations. */
export class ControlSchemas {
  readonly #operationIds: readonly string[]
  readonly #validators = new Map<string, ReturnType<typeof createFieldValidator>>()
  #operations: ReadonlyMap<string, DescribedOperation> | undefined

  constructor(operationIds: readonly string[]) {
    this.#operationIds = operationIds
  }

  /**
   * @param isText Whether the fields were given in a query.
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
    this.#operations ??= new Map(
      Object.values(this.#dereference(document.paths) as JsonObject)
        .flatMap((methods) => Object.values(methods as Record<string, DescribedOperation>))
        .map((operation) => [operation.operationId, operation]),
    )
    const { parameters = [], requestBody } = this.#operations.get(control) ?? {}
    const query: Schema = {
      type: 'object',
      properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
      required: parameters.filter(({ required }) => required).map(({ name }) => name),
      additionalProperties: false,
    }
    const schema = requestBody?.content['application/json'].schema ?? query
    return createFieldValidator(schema, control, { isText })
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
