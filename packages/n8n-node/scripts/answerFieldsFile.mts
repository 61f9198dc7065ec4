import { codedSchemas, operationsOf, refersTo, type Schema, schemasOf } from '@wecom-meeting/spec'
import { banner } from './banner.mts'
import { label } from './endpointFile.mts'

const timeSchemas = ['UnixTime', 'UnixTimeText', 'Utc8Time']

/** TypeScript that says which answered fields are times and which are codes, and what the codes mean. */
export function answerFieldsFile(document: Record<string, unknown>): string {
  const schemas = answeredSchemasOf(document)
  return `${banner}/** Every field that holds a point in time. */
export const timeFields: ReadonlySet<string> = new Set(${json(timeFieldsOf(document, schemas))})

/** By schema and field: what each code is called, in English. */
export const codeNames: Record<string, Record<string, Record<string, string>>> = ${json(codeNamesOf(document, schemas))}
`
}

/** The schemas but for those of requests, whose fields may have the names of answered ones. */
function answeredSchemasOf(document: Record<string, unknown>): Record<string, Schema> {
  const requests = operationsOf(document).map(({ request }) => request?.$ref)
  const entries = Object.entries(schemasOf(document))
  return Object.fromEntries(
    entries.filter(([name]) => !requests.includes(`#/components/schemas/${name}`)),
  )
}

function timeFieldsOf(
  document: Record<string, unknown>,
  schemas: Record<string, Schema>,
): string[] {
  const fields = Object.values(schemas).flatMap(({ properties = {} }) =>
    Object.entries(properties)
      .filter(([, schema]) => refersTo(document, schema).some((one) => timeSchemas.includes(one)))
      .map(([name]) => name),
  )
  if (fields.length === 0) throw new Error('No field of the document is a time.')
  return [...new Set(fields)]
}

function codeNamesOf(
  document: Record<string, unknown>,
  schemas: Record<string, Schema>,
): Record<string, Record<string, Record<string, string>>> {
  const coded = new Map(
    codedSchemas(document)
      .filter(({ open }) => open)
      .map(({ name, values }) => [
        name,
        Object.fromEntries(values.map(({ value, name }) => [value, label(name)])),
      ]),
  )
  const entries = Object.entries(schemas).map(([schemaName, { properties = {} }]) => {
    const fields = Object.entries(properties).flatMap(([field, schema]) => {
      const names = coded.get(schema.$ref?.split('/').at(-1) ?? '')
      return names ? [[field, names] as const] : []
    })
    return [schemaName, Object.fromEntries(fields)] as const
  })
  return Object.fromEntries(entries.filter(([, fields]) => Object.keys(fields).length > 0))
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2)
}
