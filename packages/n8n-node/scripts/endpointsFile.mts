import {
  type CodedValue,
  codedSchemas,
  type Field,
  fieldsOf,
  type Operation,
  operationsOf,
  refersTo,
  resolved,
} from '@wecom-meeting/spec'

type Document = Record<string, unknown>

/** Schemas of points in time. */
export const TIME_SCHEMAS: string[] = ['UnixTime', 'UnixTimeText', 'Utc8Time']

/** What the nodes show of each endpoint and how they call it, as TypeScript. */
export function endpointsFile(document: Document): string {
  const operations = operationsOf(document).filter(({ clientMethod }) => clientMethod)
  const declarations = operations.map((operation) => {
    const method = `{\n  method: (wecom) => wecom.${operation.clientMethod},`
    const json = JSON.stringify(endpointOf(document, operation), null, 2).replace('{', method)
    return `export const ${operation.operationId} = ${json} satisfies Endpoint\n`
  })
  const names = operations.map(({ operationId }) => operationId).join(', ')
  return `import type { Endpoint } from '../endpoint.ts'

${declarations.join('\n')}
/** By operation, in the order of the document. */
export const endpoints: Record<string, Endpoint> = { ${names} }
`
}

function endpointOf(document: Document, operation: Operation): object {
  const { batch, clientMethod = '', effect, node = {}, pagination, requires, summary } = operation
  const { request = {}, response } = operation
  const fields = fieldsOf(document, request)
  const codes = new Map(codedSchemas(document).map(({ name, values }) => [name, values]))
  const codesOf = (field?: Field) => codes.get(field?.refersTo[0] ?? '')
  const items = pagination?.items ?? node.items
  const list = fieldsOf(document, response).find(({ name }) => name === items)
  // `webinars.enrollments.list` is about webinar enrollments.
  const names = clientMethod.split('.').map((name) => name.replace(/s$/, ''))
  const noun = label(names.slice(0, -1).map(capitalized).join(''))
  const kind = names[0] === 'webinar' ? 'webinar' : 'meeting'
  const id = node.operation ?? (items ? 'getAll' : clientMethod.split('.').at(-1))
  const text = `${nameOf(`${id}`)} ${items ? `${noun}s` : `a ${noun}`}`
  const each = node.actions ?? { [`${id}`]: node.action ?? capitalized(text.toLowerCase()) }
  const actions = codesOf(fields.find(({ name }) => name === 'action'))
  const grouped = batch ? `. Those of all items go in one call per ${kind}.` : ''
  const operations = Object.entries(each).map(([id, action]) => {
    const code = actions?.find(({ name }) => name === id)
    const description = (code ? action : (node.summary ?? summary)) + grouped
    return {
      resource: { name: noun, value: camelCase(noun) },
      option: { name: nameOf(id), value: camelCase(label(id)), action, description },
      request: code && { action: code.value },
    }
  })
  return {
    summary,
    effect,
    requires,
    maxSpan: (resolved(document, request) as { 'x-max-span'?: object })['x-max-span'],
    operations,
    locator: fields.some(({ name }) => name === 'meetingid') ? kind : undefined,
    items,
    batch: batch?.items,
    schema: refersTo(document, list ? (list.schema.items ?? {}) : response)[0],
    fields: Object.fromEntries(
      fields.map((field) => [field.name, fieldOf(field, operation, codesOf(field))]),
    ),
  }
}

/** What the editor calls an operation. */
function nameOf(id: string): string {
  return id === 'getAll' ? 'Get Many' : capitalized(label(id)).replace(' To ', ' to ')
}

/** The texts of a request field, in the words of the editor, and the parameter that fills it in. */
function fieldOf(field: Field, operation: Operation, codes: CodedValue[] | undefined): object {
  const { name, isRequired, schema } = field
  const { batch, node = {}, pagination } = operation
  const isEntry = name === batch?.items
  // The spec's lint demands a title.
  const { title = '', description = '', maximum, minimum } = schema
  const displayName = isEntry ? title.replace(/s$/, '') : title
  const texts = {
    displayName,
    description: editorText(node.fields?.[name] ?? description),
    options: codes?.map(({ value, ...code }) => {
      const [name, text] = [label(code.name), editorText(code.description)]
      return { name, value, ...(text !== name && { description: text }) }
    }),
    maximum,
  }
  const inPages = pagination ? [pagination.cursor, 'limit'] : []
  const others = ['meetingid', 'meeting_code', node.actions && 'action', ...(node.without ?? [])]
  if ([...inPages, ...others].includes(name)) return texts
  const isTime = field.refersTo.some((one) => TIME_SCHEMAS.includes(one))
  const types: Record<string, string> = { integer: 'number', boolean: 'boolean' }
  const type = codes ? 'options' : isTime ? 'dateTime' : (types[`${schema.type}`] ?? 'string')
  const empty = { options: codes?.[0]?.value, number: minimum ?? 0, boolean: false }[type] ?? ''
  // What narrows a list is seen at once, if it can be left empty or as it is.
  const isAbove = isRequired || (pagination && empty === '')
  const isBelow = pagination && schema.default !== undefined
  return {
    ...texts,
    place: isAbove ? 'above' : isBelow ? 'below' : 'option',
    name: camelCase(displayName),
    type,
    required: (isRequired && empty === '') || undefined,
    default: schema.default ?? empty,
    placeholder: isEntry ? `{{ $json.${name.replace(/_list$/, '')} }}` : undefined,
    typeOptions: type === 'number' ? { minValue: minimum } : undefined,
  }
}

/** A description in n8n's house style: HTML for code, no full stop after a single sentence. */
function editorText(markdown: string): string {
  const html = markdown.trim().replace(/`([^`]+)`/g, '<code>$1</code>')
  const isOneSentence = !/[.!?]\s/.test(html)
  return isOneSentence ? html.replace(/\.$/, '') : html
}

/** A name such as `NotRequired` as a label: `Not Required`. WeChat and WeCom stay one word. */
export function label(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?<!We)(?=[A-Z])/g, ' ')
}

/** Words as a name: `subMeetingId` of `Sub-Meeting ID`. */
function camelCase(words: string): string {
  const [first = '', ...others] = words.toLowerCase().split(/\W+/)
  return first + others.map(capitalized).join('')
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
