import { Ajv, type ErrorObject } from 'ajv'
import { FieldsError, type FieldViolation, mostViolations } from './errors.ts'
import { findWrongEffects } from './faults/effects.ts'
import type { Fault } from './faults/Fault.ts'
import {
  deepestNesting,
  formatPath,
  isJsonObject,
  isNestedDeeper,
  type JsonObject,
  showValue,
} from './json.ts'
import { describeUnknownName, nearestName } from './names.ts'

/** As much of JSON Schema as the documents of control and options use; without `$ref`. */
export interface FieldSchema extends JsonObject {
  /** What its fields belong to, or what a field is called, where that is not its name. */
  title?: string
  type?: string | readonly string[]
  properties?: Record<string, FieldSchema>
  oneOf?: readonly FieldSchema[]
  enum?: readonly unknown[]
  minimum?: number
  maximum?: number
  /** What is expected there, in words; else the keywords say it. */
  'x-expected'?: string
}

const ajvs = new Map<boolean, Ajv>()

/**
 * @param found What else is wrong with them.
 * @throws {FieldsError} with a sentence for each field that is wrong.
 */
export type FieldCheck = (fields: unknown, found?: readonly FieldViolation[]) => void

/**
 * Makes a function that throws where fields are not as the schema has them: value, what was expected, and
 * of a misspelled name the nearest one.
 *
 * @param owner What takes the fields.
 * @param isText Whether they were given in a query, where all is text; numbers and booleans are read.
 */
export function createFieldCheck(schema: FieldSchema, owner: string, isText = false): FieldCheck {
  const ajv = ajvs.get(isText) ?? createAjv(isText)
  ajvs.set(isText, ajv)
  const validate = ajv.compile(schema)
  return (fields, found = []) => {
    if (isNestedDeeper(fields, deepestNesting + 2)) {
      const message = `the fields are nested more than ${deepestNesting} deep`
      throw new FieldsError({ path: [], message })
    }
    const isValid = validate(withoutUndefined(fields))
    if (isValid && found.length === 0) return
    const errors = (validate.errors ?? []).slice(0, mostViolations)
    const violations = errors.map((error) => describe(error, schema, owner, fields)).reverse()
    // One for each field, not for each branch that does not fit.
    const byPath = new Map(violations.map((each) => [each.path.join('/'), each]))
    throw new FieldsError(...[...byPath.values()].reverse(), ...found)
  }
}

function createAjv(coerceTypes: boolean): Ajv {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    verbose: true,
    coerceTypes,
    // The schemas are the project's own: checking them would cost every start 50 ms.
    meta: false,
    validateSchema: false,
  })
  ajv.addKeyword({ keyword: 'x-ascending', type: ['array', 'object'], validate: isAscending })
  ajv.addKeyword({
    keyword: 'x-function',
    validate: (_rule: true, value: unknown) => typeof value === 'function',
  })
  return ajv.addKeyword({
    keyword: 'x-effects',
    type: 'object',
    validate: (_effects: unknown, fault: Fault) => !findWrongEffects(fault),
  })
}

/** In process a field may be there and undefined, which is as if it were not. */
function withoutUndefined(fields: unknown): unknown {
  if (!isJsonObject(fields) || !Object.values(fields).includes(undefined)) return fields
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function isAscending(
  _rule: unknown,
  range: number[] | { atLeast?: number; atMost?: number },
): boolean {
  const [from = 0, to = Infinity] = Array.isArray(range) ? range : [range.atLeast, range.atMost]
  return from <= to
}

function describe(
  { keyword, params, data, instancePath, parentSchema }: ErrorObject,
  schema: FieldSchema,
  owner: string,
  fields: unknown,
): FieldViolation {
  const parent: FieldSchema = parentSchema ?? {}
  const path = instancePath.split('/').slice(1)
  if (keyword === 'additionalProperties') {
    const name = String(params.additionalProperty)
    const names = Object.keys(parent.properties ?? {})
    const message = describeUnknownName(formatPath(path) || owner, name, names)
    return { path: [...path, name], message }
  }
  if (keyword === 'x-effects') {
    return { path, message: String(findWrongEffects(data as Fault)) }
  }
  const first = keyword === 'required' ? String(params.missingProperty) : path[0]
  if (first === undefined) {
    const message = `what ${owner} is given is ${showValue(data)}; expected a map of fields`
    return { path, message }
  }
  const property = schema.properties?.[first] ?? {}
  const isWhole = path.length <= 1 || property.oneOf !== undefined
  const at = isWhole ? [first] : path
  const value = isWhole ? (fields as JsonObject)[first] : data
  const name = schema.title ? `${schema.title}'s ${formatPath(at)}` : formatPath(at)
  const expected = describeExpected(isWhole ? property : parent, value)
  return {
    path: at,
    message: `${property.title ?? name} is ${showValue(value)}; expected ${expected}`,
  }
}

const words: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
  object: 'a map of fields',
  array: 'a list',
}

function describeExpected(schema: FieldSchema, value: unknown): string {
  const { 'x-expected': expected, type = 'object', minimum, maximum } = schema
  if (expected !== undefined) return expected
  const choices = (schema.enum ?? schema.oneOf?.[0]?.enum)?.map(String)
  if (choices) {
    const near = typeof value === 'string' ? nearestName(value, choices) : undefined
    return `one of ${choices.join(', ')}${near === undefined ? '' : `; did you mean ${near}?`}`
  }
  const hasRange = minimum !== undefined && maximum !== undefined
  const range = hasRange ? ` from ${minimum} to ${maximum}` : ''
  return [type]
    .flat()
    .map((each) => `${words[each] ?? each}${range}`)
    .join(' or ')
}
