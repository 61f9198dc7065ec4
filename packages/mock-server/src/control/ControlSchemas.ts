import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { FieldsError, type Violation } from '../errors.ts'
import {
  deepestNesting,
  formatPath,
  isJsonObject,
  isNestedDeeper,
  type JsonObject,
  showValue,
} from '../json.ts'
import { describeUnknownName, nearestName } from '../names.ts'
import document from './openapi.json' with { type: 'json' }

interface Schema extends JsonObject {
  $ref?: string
  type?: string | readonly string[]
  properties?: Record<string, Schema>
  enum?: readonly string[]
  const?: unknown
  minimum?: number
  maximum?: number
  /** What is expected there, in words; else the keywords say it. */
  'x-expected'?: string
}
interface DescribedOperation {
  operationId: string
  parameters?: { name: string; required: boolean; schema: Schema }[]
  requestBody?: { content: { 'application/json': { schema: Schema } } }
}

const documentId = 'control'
const options = { strict: false, allErrors: true, verbose: true } as const

/** Validates what the control is given against its own document, for one spec's operations. */
export class ControlSchemas {
  readonly #operationIds: readonly string[]
  readonly #validators = new Map<string, ValidateFunction>()
  #ajv: Ajv2020 | undefined
  #queryAjv: Ajv2020 | undefined

  constructor(operationIds: readonly string[]) {
    this.#operationIds = operationIds
  }

  /** @throws {FieldsError} naming the control, the fields, their values and what was expected. */
  validate(control: string, fields: object): void {
    this.#ajv ??= this.#createAjv({})
    this.#validate(control, fields, this.#ajv)
  }

  /** The same for fields that were given in a query, where all is text; reads numbers and booleans. */
  validateQuery(control: string, fields: object): void {
    this.#queryAjv ??= this.#createAjv({ coerceTypes: true })
    this.#validate(control, fields, this.#queryAjv)
  }

  #validate(control: string, fields: object, ajv: Ajv2020): void {
    if (isNestedDeeper(fields, deepestNesting + 2)) {
      throw new FieldsError({
        path: [],
        message: `the fields are nested more than ${deepestNesting} deep`,
      })
    }
    const schema = findSchema(control)
    const key = `${control}${ajv === this.#queryAjv}`
    const validate = this.#validators.get(key) ?? ajv.compile(schema)
    this.#validators.set(key, validate)
    if (validate(withoutUndefined(fields))) return
    throw new FieldsError(...this.#describe(control, schema, validate.errors ?? [], fields))
  }

  #createAjv(further: { coerceTypes?: true }): Ajv2020 {
    const ajv = new Ajv2020({ ...options, ...further })
    ajv.addFormat('operation-id', (name) => this.#operationIds.includes(name))
    ajv.addKeyword({ keyword: 'x-ascending', validate: isAscending })
    ajv.addKeyword({ keyword: 'x-effects', type: 'object', validate: hasOneEffect })
    return ajv.addSchema(document, documentId)
  }

  /** A sentence for each field that is wrong, not for each branch that does not fit. */
  #describe(
    control: string,
    schema: Schema,
    errors: readonly ErrorObject[],
    fields: object,
  ): Violation[] {
    const violations = new Map<string, Violation>()
    for (const error of errors) {
      const violation = this.#describeOne(control, schema, error, fields)
      const place = violation.path.join('/')
      if (!violations.has(place)) violations.set(place, violation)
    }
    return [...violations.values()]
  }

  #describeOne(
    control: string,
    schema: Schema,
    { keyword, params, instancePath, parentSchema, schema: rule, data }: ErrorObject,
    fields: object,
  ): Violation {
    const path = instancePath.split('/').slice(1)
    if (keyword === 'additionalProperties') {
      const name = String(params.additionalProperty)
      const names = Object.keys((parentSchema as Schema).properties ?? {})
      return { path: [...path, name], message: describeUnknownName(control, name, names) }
    }
    if (keyword === 'x-effects') {
      return { path, message: describeEffects(rule as string[], fields as JsonObject) }
    }
    const first = keyword === 'required' ? String(params.missingProperty) : path[0]
    const property = resolve(
      first === undefined ? schema : (resolve(schema).properties?.[first] ?? {}),
    )
    const isWhole = path.length <= 1 || property.oneOf !== undefined
    const at = first !== undefined && isWhole ? [first] : path
    const value = isWhole && first !== undefined ? (fields as JsonObject)[first] : data
    const expected = this.#expected(isWhole ? property : resolve(parentSchema as Schema), value)
    const owner = resolve(schema).title
    const field = formatPath(at)
    const subject = property.title ?? (owner === undefined ? field : `${owner}'s ${field}`)
    const said = at.length === 0 ? `what ${control} is given is` : `${subject} is`
    return { path: at, message: `${said} ${showValue(value)}; expected ${expected}` }
  }

  #expected(schema: Schema, value: unknown): string {
    const isOperation = schema.format === 'operation-id' || schema['x-expected'] === 'operations'
    const choices = isOperation ? this.#operationIds : schema.enum
    if (choices && isOperation) return `${choices.join(' or ')}${hintAt(value, choices)}`
    if (schema['x-expected'] !== undefined) return schema['x-expected']
    if (choices) return `one of ${choices.join(', ')}${hintAt(value, choices)}`
    if (schema.const !== undefined) return JSON.stringify(schema.const)
    return [schema.type ?? 'object']
      .flat()
      .map((type) => describeType(type, schema))
      .join(' or ')
  }
}

function hintAt(value: unknown, choices: readonly string[]): string {
  const near = typeof value === 'string' ? nearestName(value, choices) : undefined
  return near === undefined ? '' : `; did you mean ${near}?`
}

function describeType(type: string, { minimum, maximum }: Schema): string {
  const words: Record<string, string> = {
    string: 'a text',
    integer: 'an integer',
    number: 'a number',
    boolean: 'true or false',
    object: 'a map of fields',
    array: 'a list',
  }
  const range = `${minimum === undefined ? '' : ` from ${minimum}`}${maximum === undefined ? (minimum === undefined ? '' : ' up') : ` to ${maximum}`}`
  return `${words[type] ?? type}${range}`
}

/** In process a field may be there and undefined, which is as if it were not. */
function withoutUndefined(fields: object): object {
  if (!isJsonObject(fields) || !Object.values(fields).includes(undefined)) return fields
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function isAscending(_schema: unknown, data: unknown): boolean {
  return !Array.isArray(data) || data[0] <= data[1]
}

function hasOneEffect(effects: readonly string[], fault: JsonObject): boolean {
  const given = effects.filter((name) => fault[name] !== undefined)
  return given.length === 1 || (given.length === 0 && fault.latency !== undefined)
}

function describeEffects(effects: readonly string[], fault: JsonObject): string {
  const given = effects.filter((name) => fault[name] !== undefined)
  if (given.length > 1) return `a fault has one effect, this one has ${given.join(' and ')}`
  return `a fault needs an effect: ${effects.join(', ')} or latency`
}

/** The operations of the document by their names. */
export const describedOperations: ReadonlyMap<string, DescribedOperation> = new Map(
  Object.values(document.paths)
    .flatMap((methods) => Object.values(methods as Record<string, DescribedOperation>))
    .map((operation) => [operation.operationId, operation]),
)

/** What a control takes, as one schema: the body's, or one made of the query's parameters. */
function findSchema(control: string): Schema {
  const { parameters = [], requestBody } = describedOperations.get(control) ?? {}
  const body = requestBody?.content['application/json'].schema
  if (body) return toAbsolute(body) as Schema
  return {
    type: 'object',
    properties: Object.fromEntries(
      parameters.map(({ name, schema }) => [name, toAbsolute(schema) as Schema]),
    ),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  }
}

/** References stand for the document's own parts, also where a schema is taken out of it. */
function toAbsolute(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(toAbsolute)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) =>
      name === '$ref' ? [name, `${documentId}${value}`] : [name, toAbsolute(value)],
    ),
  )
}

function resolve(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema
  const steps = schema.$ref.slice(schema.$ref.indexOf('#/') + 2).split('/')
  const found = steps.reduce<unknown>((place, step) => (place as JsonObject)[step], document)
  return resolve(found as Schema)
}
