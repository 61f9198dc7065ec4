import { readdirSync, readFileSync } from 'node:fs'
import {
  type Field,
  fieldsOf,
  operationsOf,
  readSpec,
  resolved,
  type Schema,
} from '@wecom-meeting/spec'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { contradictions } from './contradictions.ts'

/** A row of a page's table. */
interface Row {
  /** Where the field is in the JSON; what stands in a list is written like what stands in an object. */
  field: string
  /** What the page calls it, where the table misspells it. */
  published?: string
  /** The type as the page writes it. */
  type: string
  /** The cell that says whether it must be given, where the table has one. */
  required?: boolean
  /** The field of which one or this one must be given. */
  or?: string
  /** Each coded value: its name, and what it means in English and in Chinese. */
  codes?: Record<string, [name: string, english: string, chinese: string]>
  bytes?: number
  characters?: number
  range?: [minimum: number, maximum: number]
  default?: unknown
  /** What both descriptions must say: the same in both, or the English and the Chinese. */
  says?: (string | [english: string, chinese: string])[]
  /** Why a response may lack it although table and sample have it. */
  optional?: string
  /** Where it is from if no table has it: the page's sample, or a source of CONTRADICTIONS.md. */
  source?: string
  /** The row of CONTRADICTIONS.md that says why the document's type is another. */
  contradiction?: number
}

interface Page {
  address: string
  updated?: string
  says: [english: string, chinese: string][]
  request: Row[]
  response: Row[]
  requestSample: string
  responseSample: string
}

const document = readSpec()
const uint32 = 2 ** 32 - 1

const files = readdirSync(new URL('pages', import.meta.url))
const pages = files.map((file) => {
  const id = file.replace('.yaml', '')
  const page: Page = parse(readFileSync(new URL(`pages/${file}`, import.meta.url), 'utf8'))
  const operation = operationsOf(document).find(({ operationId }) => operationId === id)
  if (!operation?.request) throw new Error(`The document has no ${id} with a request.`)
  return { id, page, operation, request: operation.request }
})

describe.each(pages)('$id', ({ page, operation, request }) => {
  test('says where the page is, when it was changed, and who may call', () => {
    expect(operation.page).toBe(page.address)
    expect(operation.pageUpdated).toBe(page.updated)
    for (const [english, chinese] of page.says) {
      expect(operation.description).toContain(english)
      expect(operation.descriptionZh).toContain(chinese)
    }
  })

  test("has the page's samples as they stand", () => {
    expect(operation.requestExamples['as-published']).toEqual(JSON.parse(page.requestSample))
    expect(operation.responseExamples['as-published']).toEqual(JSON.parse(page.responseSample))
  })

  test.each(page.request.slice(1))('request row $field', (row) => {
    const { schema, isRequired } = fieldAt(request, row.field)
    expectType(schema, row)
    // Which of two counts is said of the request as a whole.
    expectLimits(row.or ? resolved(document, request) : schema, row)
    expect(meaningsOf(schema, 'enum')).toEqual(row.codes)
    expect(schema.default).toEqual(row.default)
    if (row.required === undefined) expect(isRequired).toBe(row.contradiction !== undefined)
    else if (row.or) expectEither(request, row.field, row.or)
    else expect(isRequired).toBe(row.required)
  })

  test.each(page.response)('response row $field', (row) => {
    const { schema, isRequired } = fieldAt(operation.response, row.field)
    expectType(schema, row)
    expectLimits(schema, row)
    expect(meaningsOf(schema, 'x-extensible-enum')).toEqual(row.codes)
    // What is required must be in the sample, too.
    expect(isRequired).toBe(row.optional === undefined)
    if (isRequired) expect(isIn(JSON.parse(page.responseSample), row.field)).toBe(true)
  })

  test.each(page.response.filter(({ or }) => or))(
    'a response has $field or $or',
    ({ field, or = '' }) => {
      const [name = '', ...holders] = field.split('.').toReversed()
      const holder =
        holders.length > 0 ? fieldAt(operation.response, holders.toReversed().join('.')) : undefined
      expectEither(holder?.schema ?? operation.response, name, or)
    },
  )
})

test('the token is no field of a request, but how the document says that a call is authorized', () => {
  for (const { page } of pages) expect(page.request[0]?.field).toBe('access_token')
  const { securitySchemes } = document.components as Record<string, Record<string, object>>
  const scheme = { type: 'apiKey', in: 'query', name: 'access_token' }
  expect(securitySchemes?.accessToken).toMatchObject(scheme)
  expect(document.security).toEqual([{ accessToken: [] }])
})

/** The field at a dotted path; lists on the way are gone through. */
function fieldAt(schema: Schema, path: string): Field {
  const [name = '', ...rest] = path.split('.')
  const field = fieldsOf(document, schema).find((one) => one.name === name)
  if (!field) throw new Error(`The document has no ${path}.`)
  return rest.length > 0 ? fieldAt(field.schema, rest.join('.')) : field
}

/** The document takes the page's type, or a settled contradiction says why it takes another. */
function expectType(schema: Schema, row: Row): void {
  const forms = formsOf(schema)
  const accepts = forms.some((form) => isOfType(form, row.type, row.contradiction !== undefined))
  if (!accepts && row.contradiction !== undefined) {
    expect(contradictions.get(row.contradiction)?.state).toMatch(/^settled/)
    return
  }
  expect(accepts, `${JSON.stringify(forms)} does not take ${row.type}`).toBe(true)
}

function isOfType(schema: Schema, type: string, isWider = false): boolean {
  if (type.endsWith('[]')) {
    const items = schema.items && resolved(document, schema.items)
    return (
      schema.type === 'array' && items !== undefined && isOfType(items, type.slice(0, -2), isWider)
    )
  }
  if (type === 'bool') return schema.type === 'boolean'
  if (type === 'int32') return schema.type === 'integer' && schema.format === type
  if (type !== 'uint32') return schema.type === type
  const { enum: codes, minimum = Number.NaN, maximum = isWider ? uint32 : Number.NaN } = schema
  return schema.type === 'integer' && (codes ? true : minimum >= 0 && maximum <= uint32)
}

function formsOf(schema: Schema): Schema[] {
  const { anyOf = [], oneOf = [] } = schema
  const forms = [...anyOf, ...oneOf].flatMap((form) => formsOf(resolved(document, form)))
  return schema.type ? [schema, ...forms] : forms
}

function expectLimits(schema: Schema, row: Row): void {
  const items = schema.items ? resolved(document, schema.items) : schema
  if (row.bytes) expect(schema['x-max-bytes']).toBe(row.bytes)
  if (row.characters) expect(schema.maxLength).toBe(row.characters)
  if (row.range) expect([items.minimum, items.maximum]).toEqual(row.range)
  for (const statement of row.says ?? []) {
    const [english, chinese] = [statement, statement].flat().slice(-2) as [string, string]
    expect(schema.description).toContain(english)
    expect(schema['x-description-zh']).toContain(chinese)
  }
}

function meaningsOf(schema: Schema, keyword: 'enum' | 'x-extensible-enum'): Row['codes'] {
  const coded = [schema, ...formsOf(schema)]
    .map((form) => (form.items ? resolved(document, form.items) : form))
    .find((form) => form[keyword])
  // A list of days has names for its days, which are a range on the page.
  if (!coded || coded.maximum === 7) return undefined
  const texts = ['x-enum-varnames', 'x-enum-descriptions', 'x-enum-descriptions-zh'].map(
    (each) => (coded as Record<string, string[]>)[each] ?? [],
  )
  const values = coded[keyword] ?? []
  return Object.fromEntries(
    values.map((value, index) => [
      String(value),
      texts.map((text) => text[index] ?? '') as [string, string, string],
    ]),
  )
}

function isIn(value: unknown, path: string): boolean {
  const [name = '', ...rest] = path.split('.')
  const holders = [value].flat() as Record<string, unknown>[]
  if (rest.length === 0) return holders.every((holder) => name in holder)
  return holders.every((holder) => name in holder && isIn(holder[name], rest.join('.')))
}

/** A request with one of the two is complete, and with neither it is not. */
function expectEither(schema: Schema, one: string, other: string): void {
  const { allOf = [] } = resolved(document, schema)
  const forms = allOf.flatMap(({ anyOf = [] }) => anyOf)
  const required = forms.map((form) => resolved(document, form).required)
  expect(required).toContainEqual([one])
  expect(required).toContainEqual([other])
}
