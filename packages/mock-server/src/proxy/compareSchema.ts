import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { PrismOperation } from '../spec/operations.ts'

/** One place where a request or a response violates the spec. */
export interface Violation {
  side: 'request' | 'response'
  kind: string
  /** From the body, or from `query`, down to the field. */
  path: string[]
  expected: string
  value?: unknown
  /** What is there, where the value's type and shape do not say enough. */
  actual?: string | undefined
}

const options = { allErrors: true, strict: false, logger: false, verbose: true } as const
const ajv = addFormats.default(new Ajv2020(options))
/** Parameters are text, whatever type the spec gives them. */
const coercingAjv = addFormats.default(new Ajv2020({ ...options, coerceTypes: true }))

export type Validators = Record<'query' | 'body' | 'data' | 'refusal', ValidateFunction>

export function compileValidators({ resource }: PrismOperation): Validators {
  const __bundled__ = closeEach((resource as { __bundled__?: unknown }).__bundled__)
  const compile = (schema: unknown = {}, compiler = ajv) =>
    compiler.compile({ ...closeSchema(schema as JsonObject), __bundled__ })
  const response = resource.responses[0]?.contents?.[0]?.schema ?? {}
  // "The data, or a refusal": each by itself, as the errcode says which of them a response is.
  const forms = (response.oneOf ?? [response]).map((form) => compile(form))
  const refusal =
    forms.find((form) => form({ errcode: -1, errmsg: 'system busy' })) ?? forms[0] ?? compile()
  const data = forms.find((form) => form !== refusal) ?? refusal
  const body = compile(resource.request?.body?.contents?.[0]?.schema)
  return { query: compile(describeQuery(resource), coercingAjv), body, data, refusal }
}

/** The names that the spec has, of fields, parameters and parts of paths: these are nobody's data. */
export function collectNames(operations: readonly PrismOperation[]): ReadonlySet<string> {
  const names = new Set(['query', ...operations.flatMap(({ path }) => path.split('/'))])
  const schemas = operations.map(({ resource }) => [resource, describeQuery(resource)])
  JSON.stringify(schemas, (key, value) => {
    if (key === 'properties') for (const name of Object.keys(value)) names.add(name)
    return value
  })
  return names
}

/** The parameters, with the one that carries the token: an `apiKey` in `query`. */
function describeQuery({ request, security = [] }: PrismOperation['resource']): JsonObject {
  const keys = security.flat().flatMap((scheme) => (scheme.type === 'apiKey' ? scheme.name : []))
  const token = { required: true, schema: { type: 'string', minLength: 1 } }
  const all = [...(request?.query ?? []), ...keys.map((name) => ({ name, ...token }))]
  const properties = Object.fromEntries(all.map(({ name, schema }) => [name, schema ?? {}]))
  const required = all.flatMap((one) => (one.required ? one.name : []))
  return { type: 'object', properties, required }
}

/**
 * Responses are open in the spec, so that what WeCom adds breaks nobody. Here a schema has no field
 * but those it names and no coded value but those it lists.
 *
 * @param isPart whether other schemas describe the same value, too.
 */
function closeSchema(schema: JsonObject, isPart = false): JsonObject {
  const { $schema, oneOf, anyOf = oneOf, allOf, items, properties, ...closed } = schema
  const hasFields = isJsonObject(properties) || Array.isArray(allOf)
  const closeList = (list: JsonObject[]) => list.map((one) => closeSchema(one, isPart || hasFields))
  const all = Array.isArray(allOf) ? closeList(allOf) : []
  if (Array.isArray(anyOf)) all.push(selectForm(closeList(anyOf)))
  if (all.length > 0) closed.allOf = all
  if (isJsonObject(items)) closed.items = closeSchema(items)
  if (isJsonObject(properties)) closed.properties = closeEach(properties)
  if (schema['x-extensible-enum']) closed.enum = schema['x-extensible-enum']
  if (hasFields && !isPart) closed.unevaluatedProperties = false
  return closed
}

function closeEach(schemas: unknown): JsonObject {
  const entries = isJsonObject(schemas) ? Object.entries(schemas) : []
  return Object.fromEntries(
    entries.map(([name, one]) => [name, isJsonObject(one) ? closeSchema(one) : one]),
  )
}

/** Of several forms only the one meant is to report errors: that of this type or these fields. */
function selectForm(forms: JsonObject[]): JsonObject {
  const types = new Set(forms.map(({ type }) => type))
  if (types.size === forms.length && !types.has(undefined)) {
    const selected = forms.map((form) => ({ if: { not: { type: form.type } }, else: form }))
    return { type: [...types].flat(), allOf: selected }
  }
  const required = forms.map((form) => ({ required: form.required ?? [] }))
  const selected = forms.map((form, index) => ({ if: { not: required[index] }, else: form }))
  return { if: { anyOf: forms }, else: { anyOf: required, allOf: selected } }
}

export function findViolations(
  validate: ValidateFunction,
  value: unknown,
  side: Violation['side'],
  root: string[] = [],
): Violation[] {
  try {
    if (validate(value)) return []
  } catch (error) {
    // Schemas that refer to themselves are followed down, as far as there is memory for it.
    if (!(error instanceof RangeError)) throw error
    return [{ side, kind: 'invalid', path: root, expected: 'fewer levels', value }]
  }
  const errors = validate.errors ?? []
  const mistyped = new Set(errors.map((one) => one.keyword === 'type' && one.instancePath))
  const isSpecific = ({ keyword, schemaPath, instancePath }: ErrorObject) =>
    keyword !== 'if' &&
    !/\/anyOf\/\d+\/required$/.test(schemaPath) &&
    // What has the wrong type is not among the listed values either.
    !(/^(?:enum|const)$/.test(keyword) && mistyped.has(instancePath))
  return errors.filter(isSpecific).map((error) => toViolation(error, side, root))
}

function toViolation(error: ErrorObject, side: Violation['side'], root: string[]): Violation {
  const { keyword, instancePath, params, schema, data, message = '' } = error
  const keys = instancePath.split('/').slice(1)
  const path = [...root, ...keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))]
  const name: string | undefined = params.missingProperty ?? params.unevaluatedProperty
  const noun = root.length > 0 ? 'parameter' : 'field'
  const forms = [schema].flat() as ({ required?: string[] } | null)[]
  const required = forms.map((form) => form?.required?.join(' and '))
  const limit = `at ${keyword.startsWith('min') ? 'least' : 'most'} ${params.limit}`
  const described: Record<string, [kind: string, expected: string]> = {
    required: ['missing-field', `${name}, required`],
    anyOf: ['missing-field', `${required.join(' or ')}, required`],
    unevaluatedProperties: [`undocumented-${noun}`, `no ${noun} of this name`],
    enum: ['undocumented-value', `one of ${params.allowedValues?.join(', ')}`],
    type: ['invalid', [params.type].flat().join(' or ')],
    const: ['invalid', `equal to constant ${JSON.stringify(params.allowedValue)}`],
    minLength: ['invalid', `${limit} characters`],
    maxLength: ['invalid', `${limit} characters`],
    minItems: ['invalid', `${limit} elements`],
    maxItems: ['invalid', `${limit} elements`],
  }
  const [kind, expected] = described[keyword] ?? ['invalid', message.replace(/^must be /, '')]
  if (name !== undefined) {
    return { side, kind, path: [...path, name], expected, value: (data as JsonObject)[name] }
  }
  const isKnown = keyword === 'enum' && isCode(data, params.allowedValues)
  const actual = isKnown ? JSON.stringify(data) : undefined
  return { side, kind, path, expected, value: data, actual }
}

/** A code says nothing about anybody: a small number, or a word that begins as the spec's own do. */
export function isCode(value: unknown, codes: readonly unknown[]): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < 1000
  const group = typeof value === 'string' && /^([A-Z]+_)[A-Z_]{1,59}$/.exec(value)?.[1]
  return group ? codes.some((code) => String(code).startsWith(group)) : false
}
