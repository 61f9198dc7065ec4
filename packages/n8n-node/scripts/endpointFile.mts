import {
  type CodedValue,
  codedSchemas,
  type Field,
  fieldsOf,
  type Operation,
} from '@wecom-meeting/spec'
import { banner } from './banner.mts'

/** TypeScript that declares one endpoint's texts, for the operation files to take from. */
export function endpointFile(document: Record<string, unknown>, operation: Operation): string {
  const { operationId, path, summary, request = {} } = operation
  const fields = fieldsOf(document, request).map(
    (field) => [field.name, describeField(document, operationId, field)] as const,
  )
  const names = fields.map(([name]) => `'${name}'`).join(' | ')
  const endpoint = { operationId, path, summary, fields: Object.fromEntries(fields) }
  return `${banner}import type { Endpoint } from '../endpoint.ts'

export const ${operationId}: Endpoint<${names}> = ${JSON.stringify(endpoint, null, 2)}
`
}

function describeField(
  document: Record<string, unknown>,
  operationId: string,
  { name, schema, refersTo }: Field,
): object {
  const { title, description = '', maximum } = schema
  if (!title) {
    throw new Error(
      `The request field ${operationId}'s ${name} has no title to label it with: add \`title\` and \`x-title-zh\` in spec/openapi.yaml.`,
    )
  }
  const coded = codedSchemas(document).find((one) => refersTo.includes(one.name))
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
export function label(varname: string): string {
  return varname.replace(/(?<=[a-z0-9])(?<!We)(?=[A-Z])/g, ' ')
}
