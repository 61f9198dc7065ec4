import { join } from 'node:path'
import {
  type CodedValue,
  codedSchemas,
  type Field,
  fieldsOf,
  type Operation,
  operationsOf,
  readSpec,
  schemasOf,
} from '@wecom-meeting/spec'
import { writeOrCheck } from '@wecom-meeting/spec/generated-files'

const nodes = join(import.meta.dirname, '../nodes')
const document = readSpec()
const operations = operationsOf(document)
const codes = new Map(codedSchemas(document).map((coded) => [coded.name, coded]))

writeOrCheck(join(nodes, 'shared/generated'), {
  'endpoints.ts': file(operations.filter(({ request }) => request).map(endpoint)),
  'responseFields.ts': file([timeFields(), codeNames()]),
})
writeOrCheck(join(nodes, 'WeComMeetingTrigger/generated'), {
  'sampleEnrollment.ts': file([
    "import type { Enrollment } from '@wecom-meeting/client/host'\n",
    sampleEnrollment(),
  ]),
})

function file(parts: string[]): string {
  const banner = '// Generated from spec/openapi.yaml by `pnpm generate`. Do not edit.'
  return [banner, ...parts].join('\n')
}

function constant(name: string, comment: string, value: unknown, type = ''): string {
  return `/** ${comment} */\nexport const ${name}${type} = ${JSON.stringify(value, null, 2)}\n`
}

/** The texts of an operation and its request fields, in the words of the editor. */
function endpoint({ operationId, summary, request = {} }: Operation): string {
  const fields = fieldsOf(document, request).map((field) => [field.name, parameter(field)])
  return constant(operationId, `${summary}.`, { summary, fields: Object.fromEntries(fields) })
}

function parameter({ name, schema, refersTo }: Field): object {
  const { title, description = '', maximum } = schema
  if (!title) {
    throw new Error(
      `The request field ${name} has no title to label it with: add \`title\` and \`x-title-zh\` in spec/openapi.yaml.`,
    )
  }
  const coded = refersTo.map((schemaName) => codes.get(schemaName)).find(Boolean)
  return {
    displayName: title,
    description: editorText(description),
    ...(coded && { options: coded.values.map(option) }),
    ...(maximum !== undefined && { maximum }),
  }
}

function option({ name, value, description }: CodedValue): object {
  const text = editorText(description)
  return { name: label(name), value, ...(text !== label(name) && { description: text }) }
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
function responseFields(): [schema: string, Field[]][] {
  const requests = operations.map(({ request }) => request?.$ref?.split('/').at(-1))
  return Object.entries(schemasOf(document))
    .filter(([name]) => !requests.includes(name))
    .map(([name, schema]) => [name, fieldsOf(document, schema)])
}

function timeFields(): string {
  const times = ['UnixTime', 'UnixTimeText', 'Utc8Time']
  const names = responseFields().flatMap(([, fields]) =>
    fields
      .filter(({ refersTo }) => refersTo.some((one) => times.includes(one)))
      .map(({ name }) => name),
  )
  if (names.length === 0) throw new Error('No field of the document is a time.')
  const list = JSON.stringify([...new Set(names)], null, 2)
  return `/** Every field that holds a point in time. */
export const timeFields: ReadonlySet<string> = new Set(${list})
`
}

function codeNames(): string {
  const named = responseFields().map(
    ([schema, fields]) =>
      [
        schema,
        Object.fromEntries(
          fields.flatMap(({ name, refersTo }) => {
            const coded = codes.get(refersTo[0] ?? '')
            if (!coded?.open) return []
            return [
              [
                name,
                Object.fromEntries(coded.values.map(({ value, name }) => [value, label(name)])),
              ],
            ]
          }),
        ),
      ] as const,
  )
  const names = Object.fromEntries(named.filter(([, fields]) => Object.keys(fields).length > 0))
  const type = ': Record<string, Record<string, Record<string, string>>>'
  return constant('codeNames', 'By schema and field: the English name of each code.', names, type)
}

/** The enrollment of the example whose contradictions are resolved. */
function sampleEnrollment(): string {
  const list = operations.find(({ operationId }) => operationId === 'listWebinarEnrollments')
  const { enroll_list: [sample] = [] } = (list?.responseExamples.resolved ?? {}) as {
    enroll_list?: object[]
  }
  if (!sample)
    throw new Error('The example "resolved" of listWebinarEnrollments has no enrollment.')
  const comment = 'What the editor shows where nobody has enrolled yet.'
  return constant('sampleEnrollment', comment, sample, ': Enrollment')
}
