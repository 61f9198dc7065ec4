import { codedSchemas } from '@wecom-meeting/spec'
import { banner } from './banner.mts'
import { label } from './endpointFile.mts'
import { operationsOf, type Schema, schemasOf } from './openapi.mts'

const timeSchemas: Record<string, 'seconds' | 'utc8'> = {
  UnixTime: 'seconds',
  UnixTimeText: 'seconds',
  Utc8Time: 'utc8',
}

/** TypeScript that says which answered fields are times and which are codes, and what the codes mean. */
export function answerFieldsFile(document: Record<string, unknown>): string {
  const schemas = answeredSchemasOf(document)
  return `${banner}import type { CodeNames, TimeNotation } from '../answerFields.ts'

/** Every field that holds a point in time, and how WeCom writes it. */
export const timeFields: Record<string, TimeNotation> = ${json(timeFieldsOf(schemas))}

/** By schema and field: what each code is called. */
export const codeNames: CodeNames = ${json(codeNamesOf(document, schemas))}
`
}

/** The schemas but for those of requests, whose fields may have the names of answered ones. */
function answeredSchemasOf(document: Record<string, unknown>): Record<string, Schema> {
  const requests = operationsOf(document).map(
    ({ requestBody }) => requestBody?.content['application/json'].schema.$ref,
  )
  const entries = Object.entries(schemasOf(document))
  return Object.fromEntries(
    entries.filter(([name]) => !requests.includes(`#/components/schemas/${name}`)),
  )
}

function timeFieldsOf(schemas: Record<string, Schema>): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const { properties = {} } of Object.values(schemas)) {
    for (const [name, schema] of Object.entries(properties)) {
      const notation = namesBehind(schemas, schema).map((one) => timeSchemas[one])
      const known = notation.find((one) => one !== undefined)
      if (known) fields[name] = known
    }
  }
  if (Object.keys(fields).length === 0) throw new Error('No field of the document is a time.')
  return fields
}

/** The names of the schemas that a `$ref` leads to, one after the other. */
function namesBehind(schemas: Record<string, Schema>, { $ref }: Schema): string[] {
  const name = $ref?.split('/').at(-1)
  if (name === undefined) return []
  return [name, ...namesBehind(schemas, schemas[name] ?? {})]
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
