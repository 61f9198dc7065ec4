import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { Operation } from '../spec/operations.ts'

/** One place where a request or a response departs from the spec. */
export interface Violation {
  kind: string
  /** From the body, or from `query`, down to the field. */
  path: readonly string[]
  expected: string
  /** What is there in its place. */
  value?: unknown
  /** The same in words, where its type and shape do not say enough. */
  actual?: string | undefined
}

type Compare = (value: unknown) => Violation[]

const options = { allErrors: true, strict: false, logger: false, verbose: true } as const
const ajv = addFormats.default(new Ajv2020(options))
/** Parameters are text, whatever type the spec gives them. */
const coercingAjv = addFormats.default(new Ajv2020({ ...options, coerceTypes: true }))

/** Functions that compare the parts of a request and its response with the spec. */
export function createComparisons({
  resource,
}: Operation): Record<'query' | 'request' | 'data' | 'refusal', Compare> {
  const bundled = closeEach((resource as { __bundled__?: unknown }).__bundled__)
  const compile = (schema: unknown, compiler = ajv): ValidateFunction =>
    compiler.compile({ ...(closeSchema(schema) as JsonObject), __bundled__: bundled })
  const query = compile(describeQuery(resource), coercingAjv)
  const body = resource.request?.body
  const request = compile(body?.contents?.[0]?.schema ?? {})
  const schema = resource.responses[0]?.contents?.[0]?.schema ?? {}
  // "The data, or a refusal": compared with the one that it is meant to be, not with both.
  const forms = (schema.oneOf ?? [schema]).map((form) => compile(form))
  const refusal = forms.find((form) => form({ errcode: -1, errmsg: 'system busy' })) ?? forms[0]
  const data = forms.find((form) => form !== refusal) ?? refusal
  const missing = { kind: 'missing-field', path: [], expected: 'a body, required' }
  return {
    query: (value) => findViolations(query, value, ['query']),
    request(value) {
      if (value === undefined) return body?.required ? [missing] : []
      return body ? findViolations(request, value) : []
    },
    data: (value) => findViolations(data, value),
    refusal: (value) => findViolations(refusal, value),
  }
}

/** The names that the spec has, of fields, parameters and parts of paths: these are nobody's data. */
export function collectNames(operations: readonly Operation[]): ReadonlySet<string> {
  const names = ['query', ...operations.flatMap(({ path }) => path.split('/'))]
  const schemas = operations.map(({ resource }) => [resource, describeQuery(resource)])
  JSON.stringify(schemas, (key, value) => {
    if (key === 'properties') for (const name of Object.keys(value)) names.push(name)
    return value
  })
  return new Set(names)
}

/** The parameters, with the one that carries the token: an `apiKey` in `query`. */
function describeQuery({ request, security = [] }: Operation['resource']): JsonObject {
  const declared = request?.query ?? []
  const keys = security.flat().flatMap((scheme) => (scheme.type === 'apiKey' ? [scheme.name] : []))
  const schemas = [
    ...declared.map(({ name, schema }) => [name, schema ?? {}]),
    ...keys.map((name) => [name, { type: 'string', minLength: 1 }]),
  ]
  const required = [...declared.filter((one) => one.required).map(({ name }) => name), ...keys]
  return { type: 'object', properties: Object.fromEntries(schemas), required }
}

/**
 * Responses are open in the spec, so that what WeCom adds breaks nobody. Here a schema has no field
 * but those it names and no coded value but those it lists.
 *
 * @param isPart whether other schemas describe the same value, too.
 */
function closeSchema(schema: unknown, isPart = false): unknown {
  if (!isJsonObject(schema)) return schema
  const { $schema: _, ...closed } = schema
  const hasFields = isJsonObject(schema.properties) || Array.isArray(schema.allOf)
  for (const list of ['oneOf', 'anyOf', 'allOf']) {
    const parts = schema[list]
    if (Array.isArray(parts))
      closed[list] = parts.map((part) => closeSchema(part, isPart || hasFields))
  }
  if (schema.items) closed.items = closeSchema(schema.items)
  if (schema.properties) closed.properties = closeEach(schema.properties)
  if (schema['x-extensible-enum']) closed.enum = schema['x-extensible-enum']
  return hasFields && !isPart ? { ...closed, unevaluatedProperties: false } : closed
}

function closeEach(schemas: unknown): JsonObject {
  const entries = isJsonObject(schemas) ? Object.entries(schemas) : []
  return Object.fromEntries(entries.map(([name, schema]) => [name, closeSchema(schema)]))
}

function findViolations(
  validate: ValidateFunction | undefined,
  value: unknown,
  root: string[] = [],
): Violation[] {
  if (!validate || validate(value)) return []
  const errors = dropOtherForms(validate.errors ?? [])
  const mistyped = new Set(
    errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath),
  )
  return (
    errors
      // What is of the wrong type is not among the listed values either.
      .filter(({ keyword, instancePath }) => keyword !== 'enum' || !mistyped.has(instancePath))
      .map((error) => toViolation(error, root))
  )
}

function toViolation(
  { keyword, params, instancePath, data, message = '' }: ErrorObject,
  root: string[],
): Violation {
  const keys = instancePath.split('/').slice(1)
  const path = [...root, ...keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))]
  if (keyword === 'required') {
    const names: string[] = [params.missingProperty].flat()
    const expected = `${names.join(' or ')}, required`
    const place = names.length === 1 ? { path: [...path, ...names] } : { path, value: data }
    return { kind: 'missing-field', expected, ...place }
  }
  if (keyword === 'unevaluatedProperties') {
    const name: string = params.unevaluatedProperty
    const noun = root.length > 0 ? 'parameter' : 'field'
    const expected = `no ${noun} of this name`
    return {
      kind: `undocumented-${noun}`,
      path: [...path, name],
      expected,
      value: (data as JsonObject)[name],
    }
  }
  if (keyword === 'enum') {
    const codes: unknown[] = params.allowedValues
    const actual = isCode(data, codes) ? JSON.stringify(data) : undefined
    return {
      kind: 'undocumented-value',
      path,
      expected: `one of ${codes.join(', ')}`,
      value: data,
      actual,
    }
  }
  const constant = keyword === 'const' ? ` ${JSON.stringify(params.allowedValue)}` : ''
  const rule =
    keyword === 'type' ? [params.type].flat().join(' or ') : message.replace(/^must be /, '')
  return { kind: 'invalid', path, expected: rule + constant, value: data }
}

/** A code says nothing about anybody: a small number, or a word that begins as the spec's own do. */
function isCode(value: unknown, codes: readonly unknown[]): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < 1000
  const group = typeof value === 'string' && /^([A-Z]+_)[A-Z_]{1,59}$/.exec(value)?.[1]
  return group ? codes.some((code) => String(code).startsWith(group)) : false
}

/** Where one of several forms is accepted, Ajv lists what is wrong with each, then that none fits. */
function dropOtherForms(errors: readonly ErrorObject[]): ErrorObject[] {
  return errors.reduce<ErrorObject[]>((kept, error) => {
    if (error.keyword !== 'anyOf' && error.keyword !== 'oneOf') kept.push(error)
    else {
      const last = kept.findLastIndex(
        ({ schemaPath }) => !schemaPath.startsWith(`${error.schemaPath}/`),
      )
      for (const nearest of findNearestForm(error, kept.splice(last + 1))) kept.push(nearest)
    }
    return kept
  }, [])
}

function findNearestForm(
  { schemaPath, instancePath }: ErrorObject,
  errors: ErrorObject[],
): ErrorObject[] {
  const isOfItself = (error: ErrorObject, keyword: string) =>
    error.keyword === keyword && error.instancePath === instancePath
  const byForm = Map.groupBy(
    errors,
    (error) => error.schemaPath.slice(schemaPath.length).split('/')[1],
  )
  const fitting = [...byForm.values()].filter(
    (form) => !form.some((error) => isOfItself(error, 'type')),
  )
  if (fitting.length === 0)
    return join(
      errors.filter((error) => isOfItself(error, 'type')),
      'type',
    )
  const nearest = fitting.sort((one, other) => one.length - other.length)[0] ?? []
  // A request by ID or by code: either is enough.
  const missing = fitting.flat().filter((error) => isOfItself(error, 'required'))
  const isChoice = missing.length > 1 && fitting.every(({ length }) => length === 1)
  return isChoice ? join(missing, 'missingProperty') : nearest
}

function join(errors: readonly ErrorObject[], name: string): ErrorObject[] {
  const [first] = errors
  const values = new Set(errors.flatMap(({ params }) => params[name]))
  return first ? [{ ...first, params: { [name]: [...values] } }] : []
}
