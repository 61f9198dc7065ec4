import { join } from 'node:path'
import {
  codedSchemas,
  type Field,
  fieldsOf,
  operationsOf,
  readSpec,
  refersTo,
  schemasOf,
} from '@wecom-meeting/spec'
import { banner, writeOrCheck } from '@wecom-meeting/spec/generated-files'
import { endpointsFile, label, TIME_SCHEMAS } from './endpointsFile.mts'

const document = readSpec()
const codes = new Map(codedSchemas(document).map((coded) => [coded.name, coded]))
const responses = schemasOfResponses()

writeOrCheck(join(import.meta.dirname, '../nodes/shared/generated'), {
  'endpoints.ts': banner + endpointsFile(document),
  'responseFields.ts': `${banner}/** Every field that holds a point in time. */
export const timeFields: ReadonlySet<string> = new Set(${json(timeFields())})

/** By schema and field: the English name of each code. */
export const codeNames: Record<string, Record<string, Record<string, string>>> = ${json(bySchema(codeNames))}

/** By schema and field: the schema of the objects that the field holds. */
export const objectsIn: Record<string, Record<string, string>> = ${json(bySchema(objectsIn))}

/** By schema: the fields that Simplify leaves, in that order. */
export const simplifiedFields: Record<string, string[]> = ${json(Object.fromEntries(responses.map(({ name, simplified }) => [name, simplified])))}
`,
})

/** Every schema but those of requests, whose fields may have the names of others. */
function schemasOfResponses(): { name: string; fields: Field[]; simplified?: string[] }[] {
  const requests = operationsOf(document).map(({ request }) => request?.$ref?.split('/').at(-1))
  return Object.entries(schemasOf(document))
    .filter(([name]) => !requests.includes(name))
    .map(([name, schema]) => ({
      name,
      fields: fieldsOf(document, schema),
      ...schema['x-packages'],
    }))
}

function timeFields(): string[] {
  const times = responses
    .flatMap(({ fields }) => fields)
    .filter(({ refersTo }) => refersTo.some((schema) => TIME_SCHEMAS.includes(schema)))
  return [...new Set(times.map(({ name }) => name))]
}

/** By schema and field, where there is one: the value for a field. */
function bySchema(valueFor: (field: Field) => unknown): object {
  const entries = responses.map(({ name, fields }) => {
    const values = fields.map((field) => [field.name, valueFor(field)])
    return [name, Object.fromEntries(values.filter(([, value]) => value !== undefined))]
  })
  return Object.fromEntries(entries.filter(([, values]) => Object.keys(values).length > 0))
}

function codeNames({ refersTo }: Field): object | undefined {
  const { open, values = [] } = codes.get(refersTo[0] ?? '') ?? {}
  return open
    ? Object.fromEntries(values.map(({ value, name }) => [value, label(name)]))
    : undefined
}

/** Lists hold objects too, and a field may have several forms. */
function objectsIn({ schema, refersTo: names }: Field): string | undefined {
  const forms = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  const held = forms.flatMap((form) => [form, form.items ?? {}])
  return [...names, ...held.flatMap((one) => refersTo(document, one))].findLast((name) =>
    responses.some((response) => response.name === name && response.fields.length > 0),
  )
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2)
}
