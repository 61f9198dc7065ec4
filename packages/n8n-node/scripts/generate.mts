import { join } from 'node:path'
import {
  codedSchemas,
  type Field,
  fieldsOf,
  operationsOf,
  readSpec,
  refersTo,
  resolved,
  schemasOf,
} from '@wecom-meeting/spec'
import { writeOrCheck } from '@wecom-meeting/spec/generated-files'

const BANNER = '// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.\n'
const TIME_SCHEMAS = ['UnixTime', 'UnixTimeText', 'Utc8Time']

const nodes = join(import.meta.dirname, '../nodes')
const document = readSpec()
const posts = operationsOf(document).filter(({ request }) => request !== undefined)
const codes = new Map(codedSchemas(document).map((coded) => [coded.name, coded]))
const responseFields = fieldsOfResponses()

writeOrCheck(join(nodes, 'shared/generated'), {
  'endpoints.ts':
    BANNER +
    posts
      .map(({ operationId, summary, requires, request = {} }) => {
        const named = fieldsOf(document, request).map((field) => [field.name, property(field)])
        const fields = Object.fromEntries(named)
        const maxSpan = (resolved(document, request) as { 'x-max-span'?: { seconds: number } })[
          'x-max-span'
        ]?.seconds
        return `export const ${operationId} = ${json({ summary, requires, maxSpan, fields })}\n`
      })
      .join('\n'),
  'responseFields.ts': `${BANNER}/** Every field that holds a point in time. */
export const timeFields: ReadonlySet<string> = new Set(${json(timeFields())})

/** By schema and field: the English name of each code. */
export const codeNames: Record<string, Record<string, Record<string, string>>> = ${json(codeNames())}

/** By schema and field: the schema of the objects that the field holds. */
export const objectsIn: Record<string, Record<string, string>> = ${json(objectsIn())}
`,
})

/** The texts of a request field, in the words of the editor. */
function property({ schema, refersTo }: Field): object {
  // The spec's lint demands a title.
  const { title, description = '', maximum } = schema
  const options = codes.get(refersTo[0] ?? '')?.values.map(({ name, value, description }) => {
    const text = editorText(description)
    return { name: label(name), value, ...(text !== label(name) && { description: text }) }
  })
  return { displayName: title, description: editorText(description), options, maximum }
}

/** A description in n8n's house style: HTML for code, no full stop after a single sentence. */
function editorText(markdown: string): string {
  const html = markdown.trim().replace(/`([^`]+)`/g, '<code>$1</code>')
  const isOneSentence = !/[.!?]\s/.test(html)
  return isOneSentence ? html.replace(/\.$/, '') : html
}

/** A name such as `NotRequired` as a label: `Not Required`. WeChat and WeCom stay one word. */
function label(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?<!We)(?=[A-Z])/g, ' ')
}

/** The fields of every schema but those of requests, whose fields may have the names of others. */
function fieldsOfResponses(): [schema: string, Field[]][] {
  const requests = posts.map(({ request }) => request?.$ref?.split('/').at(-1))
  return Object.entries(schemasOf(document))
    .filter(([name]) => !requests.includes(name))
    .map(([name, schema]) => [name, fieldsOf(document, schema)])
}

function timeFields(): string[] {
  const times = responseFields
    .flatMap(([, fields]) => fields)
    .filter(({ refersTo }) => refersTo.some((schema) => TIME_SCHEMAS.includes(schema)))
  return [...new Set(times.map(({ name }) => name))]
}

function codeNames(): object {
  const schemas = responseFields.map(([schema, fields]) => {
    const coded = fields.flatMap(({ name, refersTo }) => {
      const { open, values = [] } = codes.get(refersTo[0] ?? '') ?? {}
      const names = values.map(({ value, name }) => [value, label(name)])
      return open ? [[name, Object.fromEntries(names)]] : []
    })
    return [schema, Object.fromEntries(coded)]
  })
  return Object.fromEntries(schemas.filter(([, fields]) => Object.keys(fields).length > 0))
}

/** Lists hold objects too, and a field may have several forms. */
function objectsIn(): object {
  const withFields = new Set(responseFields.flatMap(([name, { length }]) => (length ? [name] : [])))
  const objectIn = ({ schema, refersTo: names }: Field): string[] => {
    const forms = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
    const held = forms.flatMap((form) => [form, form.items ?? {}])
    return [...names, ...held.flatMap((one) => refersTo(document, one))].filter((name) =>
      withFields.has(name),
    )
  }
  const schemas = responseFields.map(([schema, fields]) => {
    const holding = fields.flatMap((field) => objectIn(field).map((name) => [field.name, name]))
    return [schema, Object.fromEntries(holding)]
  })
  return Object.fromEntries(schemas.filter(([, fields]) => Object.keys(fields).length > 0))
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2)
}
