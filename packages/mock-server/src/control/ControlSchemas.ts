import { FieldsError } from '../errors.ts'
import document from '../generated/control.json' with { type: 'json' }
import { deepestNesting, findNonJson, isNestedDeeper, valueAt } from '../json.ts'
import { namesBesideBody } from '../match.ts'
import type { Operation } from '../spec/operations.ts'
import { createFieldValidator, type Schema } from '../validateFields.ts'

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
  /** The names that a path in a match may begin with. */
  readonly #matchNames: readonly string[]
  readonly #validators = new Map<string, ReturnType<typeof createFieldValidator>>()

  constructor(operations: readonly Operation[]) {
    this.#operationIds = operations.map(({ operationId }) => operationId)
    const bodies = operations.flatMap(({ resource }) => resource.request?.body?.contents ?? [])
    const names = bodies.flatMap(({ schema }) => Object.keys(schema?.properties ?? {}))
    this.#matchNames = [...new Set(names), ...namesBesideBody]
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
    const violations = validate(fields)
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
   * The document's parts in the place of references to them, the operations where one is named, and the
   * fields of requests where a match names them; without what only responses have.
   */
  #dereference(node: unknown): unknown {
    if (Array.isArray(node)) return node.map((element) => this.#dereference(element))
    if (typeof node !== 'object' || node === null) return node
    const { $ref, format, ...rest } = node as { $ref?: string; format?: string }
    if ($ref !== undefined) {
      return this.#dereference(valueAt(document, $ref.slice('#/'.length).split('/')))
    }
    if (format === 'operation-id') return { ...rest, enum: this.#operationIds }
    if (format === 'match') return { ...rest, ...this.#describeMatch() }
    return Object.fromEntries(
      Object.entries(node)
        .filter(([, value]) => value?.readOnly !== true)
        .map(([name, value]) => [name, this.#dereference(value)]),
    )
  }

  #describeMatch(): Schema {
    // Others would have to be escaped; WeCom has none.
    const names = this.#matchNames.filter((name) => /^\w+$/.test(name))
    return {
      properties: Object.fromEntries(names.map((name) => [name, {}])),
      patternProperties: { [`^(?:${names.join('|')})\\.`]: {} },
      additionalProperties: false,
    }
  }
}
