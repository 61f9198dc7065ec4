import { readdirSync } from 'node:fs'
import { banner } from '@wecom-meeting/spec/generated-files'
import { type ClientMethod, calledAs, clientMethods, SpecError } from './clientMethods.ts'

/** The methods of each resource, `webinars` or `webinars.enrollments`; `''` is the client itself. */
type Resources = ReadonlyMap<string, ClientMethod[]>

/**
 * The client's methods with their doc comments, and the types of what they take and give.
 *
 * @param resolved The responses whose contradictions somebody resolves. `Meeting` stands for
 *   `src/resources/meeting.ts`, which exports a type `Meeting` and a function `resolveMeeting`.
 */
export function resourcesFile(
  document: Record<string, unknown>,
  resolved: ReadonlySet<string>,
): string {
  const methods = clientMethods(document)
  const isResolved = ({ response }: ClientMethod) => resolved.has(response.name)
  const asPublished = methods.filter((method) => !isResolved(method))
  const resources = byResource(methods)
  const types = withoutRepeats([...methods.map(requestType), ...asPublished.flatMap(responseTypes)])
  const interfaces = [...resources.keys()].map((resource) => interfaceOf(resource, resources))
  refuseRepeatedNames([
    ...withoutRepeats(methods.filter(isResolved).map(({ response }) => response.name)),
    ...[...types, ...interfaces].map((type) => /export (?:type|interface) (\w+)/.exec(type)?.[1]),
  ])
  const body = [
    ...types,
    ...interfaces,
    `/** Creates the resources of a client. */
export function createResources({ batch, call, list }: SendTyped): Resources {
  return ${objectOf('', resources, resolved).replaceAll('\n', '\n  ')}
}
`,
  ].join('\n')
  return `${banner}${imports(methods.filter(isResolved), body)}\n${body}`
}

/** Two types of one name would become one, which has what both have. */
function refuseRepeatedNames(names: readonly (string | undefined)[]): void {
  const repeated = names.find((name, index) => names.indexOf(name) < index)
  if (repeated === undefined) return
  throw new SpecError(
    `Two types of the client would be called ${repeated}: change a \`method\` under \`x-packages\`, or the name of a schema, in spec/openapi.yaml.`,
  )
}

function byResource(methods: ClientMethod[]): Resources {
  const grouped = Map.groupBy(methods, ({ resource }) => resource)
  const names = methods.flatMap(({ resource }) => withParents(resource))
  return new Map(['', ...names].map((name) => [name, grouped.get(name) ?? []]))
}

/** `webinars` and `webinars.enrollments` for the latter: a resource may have no method of its own. */
function withParents(resource: string): string[] {
  const parts = resource.split('.')
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'))
}

/** What the code uses of the client's own files. */
function imports(resolved: readonly ClientMethod[], code: string): string {
  const uses = (name: string) => new RegExp(`\\b${name}\\b`).test(code)
  const some = (names: readonly string[], file: string) => {
    const used = names.filter((name) => uses(name.replace('type ', '')))
    if (used.length === 0) return ''
    const onlyTypes = used.every((name) => name.startsWith('type '))
    const list = onlyTypes ? used.join(', ').replaceAll('type ', '') : used.join(', ')
    return `import ${onlyTypes ? 'type ' : ''}{ ${list} } from '../${file}.ts'\n`
  }
  const lines = resolved.map(({ response: { name }, paged }) => {
    const types =
      paged && !paged.item.plain ? `type ${paged.item.name}, type ${name}` : `type ${name}`
    return `import { ${types}, resolve${name} } from '../resources/${lowered(name)}.ts'\n`
  })
  return [
    some(['type CallOptions'], 'options'),
    some(['type PagedList'], 'paging'),
    some(['toList', 'toTexts'], 'readers'),
    some(['checkFields'], 'requestFields'),
    ...withoutRepeats(lines),
    some(['type Call'], 'response'),
    some(['type Schemas', 'type SendTyped', 'type Unhandled', 'type WithDates'], 'schemas'),
  ].join('')
}

/** Several methods may take or give the same. */
function withoutRepeats(code: readonly string[]): string[] {
  return [...new Set(code)]
}

function requestType({ request, times }: ClientMethod): string {
  const schema = `Schemas['${request.name}']`
  const names = times.map((name) => `'${name}'`).join(' | ')
  return typeAlias(request, times.length > 0 ? `WithDates<${schema}, ${names}>` : schema)
}

/** The type of a response, and of its items if they have one of their own. */
function responseTypes({ response, paged, batch }: ClientMethod): string[] {
  const fields = (...names: string[]) =>
    `Omit<Schemas['${response.name}'], ${names.map((name) => `'${name}'`).join(' | ')}>`
  if (batch) return [typeAlias(response, `${fields('errcode', 'errmsg')} & Unhandled`)]
  if (!paged) return [typeAlias(response, fields('errcode', 'errmsg'))]
  const { items, next, more = 'has_more', item } = paged
  const { description = '' } = response.properties[items] ?? {}
  const page = `/** ${response.description.trim()} */
export interface ${response.name} extends ${fields('errcode', 'errmsg', more, next, items)} {
  /** Whether further pages follow. */
  ${more}: boolean
  /** The \`${paged.cursor}\` of the next page. */
  ${next}: string
  /** ${description.trim()} */
  ${items}: ${item.plain ?? item.name}[]
}
`
  if (item.plain) return [page]
  return [
    `/** An item of a ${response.name}. */\nexport type ${item.name} = Schemas['${item.name}']\n`,
    page,
  ]
}

function typeAlias({ name, description }: ClientMethod['response'], type: string): string {
  return `/** ${description.trim()} */\nexport type ${name} = ${type}\n`
}

function interfaceOf(resource: string, resources: Resources): string {
  const name = nameOf(resource)
  return `/** What can be asked of ${resource.split('.').at(-1) || 'WeCom'}. */
export interface ${name} {
${(resources.get(resource) ?? []).map(signature).join('')}${fieldsOf(resource, resources)}}
`
}

function signature(method: ClientMethod): string {
  const { name, request, response, paged } = method
  const result = paged
    ? `PagedList<${response.name}, ${paged.item.plain ?? paged.item.name}>`
    : `Call<${response.name}>`
  return `${methodDoc(method)}  ${name}(request: ${request.name}, options?: CallOptions): ${result}\n`
}

/** The resources in a resource. */
function fieldsOf(parent: string, resources: Resources): string {
  const fields = within(parent, resources).map((resource) => {
    const calls = [...resources.values()]
      .flat()
      .map(calledAs)
      .filter((call) => call.startsWith(`${resource}.`))
      .map((call) => `\`${call.slice(resource.length + 1)}\``)
    const field = resource.split('.').at(-1) ?? ''
    return `  /** ${raised(field)}: ${calls.join(', ')}. */\n  readonly ${field}: ${nameOf(resource)}\n`
  })
  return fields.join('')
}

/** The object that has a resource's methods and the resources in it. */
function objectOf(resource: string, resources: Resources, resolved: ReadonlySet<string>): string {
  const methods = resources.get(resource) ?? []
  const fields = [
    ...methods.map((method) => `${method.name}: ${implementation(method, resolved)},\n`),
    ...within(resource, resources).map(
      (child) => `${child.split('.').at(-1)}: ${objectOf(child, resources, resolved)},\n`,
    ),
  ]
  return `{\n${fields.join('').replaceAll(/^/gm, '  ').trimEnd()}\n}`
}

function implementation(method: ClientMethod, resolved: ReadonlySet<string>): string {
  const { path, response, paged, batch } = method
  const resolve = resolved.has(response.name) ? `resolve${response.name}` : '(fields) => fields'
  const sent = [`'${path}'`, requestOf(method)]
  if (batch) return `(request, options) =>\n  batch(${sent.join(', ')}, ${literal(batch)}, options)`
  if (!paged) return `(request, options) => call(${sent.join(', ')}, ${resolve}, options)`
  const resolvePage = resolved.has(response.name) ? resolve : `(page) => page as ${response.name}`
  return `(request, options) =>
  list(${sent.join(', ')}, ${resolvePage}, ${pagingOf(paged)}, options)`
}

/** The request as it is sent. */
function requestOf({ ranges, times, span }: ClientMethod): string {
  if (Object.keys(ranges).length + times.length === 0) return 'request'
  // Those that may be only so far apart come first.
  const ordered = span ? [...new Set([span.from, span.to, ...times])] : times
  const rest = times.length > 0 ? [ordered, ...(span ? [span.seconds] : [])] : []
  return `checkFields(${['request', ...[ranges, ...rest].map((part) => literal(part))].join(', ')})`
}

/** How a list comes in pages; what is as nearly everywhere is left out. */
function pagingOf({ items, item, cursor, first, next, end, more }: Paged): string {
  const usual = { cursor: 'cursor', next: 'next_cursor', more: 'has_more' }
  const names = Object.entries({ cursor, next, more }).filter(
    ([part, name]) => name !== undefined && name !== usual[part as keyof typeof usual],
  )
  const ends = [first, end].filter((value) => value !== '')
  const reader = item.plain ? 'toTexts' : `toList<${item.name}>`
  const rest = {
    ...Object.fromEntries(names),
    ...(ends.length > 0 && { ends: [...new Set(ends)] }),
  }
  const fields = Object.entries(rest).map(([name, value]) => `, ${name}: ${literal(value)}`)
  return `{ items: '${items}', read: ${reader}${fields.join('')} }`
}

type Paged = NonNullable<ClientMethod['paged']>

function within(parent: string, resources: Resources): string[] {
  return [...resources.keys()].filter((resource) => resource && parentOf(resource) === parent)
}

function parentOf(resource: string): string {
  return resource.split('.').slice(0, -1).join('.')
}

/** The name of a resource's type, after the whole way to it: others may have fields of the same name. */
function nameOf(resource: string): string {
  return (resource || 'resources').split('.').map(raised).join('')
}

const PAGED = 'Awaited, the first page; iterated, all of them. Nothing is sent before either.'
const BATCH =
  'All go in one request, or with `batchSize` in several. `unhandled_count` is how many of them WeCom did not count as handled; those that it handled before a response was lost may be among them.'

/** What happens where WeCom may have done something although no response came. */
const EFFECTS = {
  read: [],
  idempotent: [
    'It changes something. Where no response of WeCom comes it is sent again all the same: doing it twice is as doing it once.',
  ],
  create: [
    'It makes something. Where no response of WeCom comes it is not sent again: WeCom may have done it.',
  ],
}

/** The doc comment of a method: what it gives, which refusals are about what was asked, how to call it. */
function methodDoc({ description, page, notFound, ...method }: ClientMethod): string {
  const refusals = notFound.map(({ errcode, meaning }) => `\n   *   - ${errcode}: ${meaning}`)
  const such = refusals.length > 0 ? `, such as a \`NotFoundError\`:${refusals.join('')}` : '.'
  const notes = [...(method.paged ? [PAGED] : []), ...(method.batch ? [BATCH] : [])]
  return `  /**
   * ${description.trim()}
${[...notes, ...EFFECTS[method.effect]].map((note) => `   *\n   * ${note}\n`).join('')}   *
   * @throws {WeComApiError} If WeCom refuses${such}
${refusedFields(method)}   * @example
   * ${exampleOf(method)}
   * @see ${page}
   */
`
}

/** What is refused before it is sent. */
function refusedFields({ ranges, span }: Omit<ClientMethod, 'description' | 'page' | 'notFound'>) {
  const conditions = Object.entries(ranges).map(
    ([name, [least, most]]) => `\`${name}\` is no whole number from ${least} to ${most}`,
  )
  if (span) {
    const days = span.seconds / 86_400
    conditions.push(`\`${span.to}\` is more than ${days} days after \`${span.from}\``)
  }
  return conditions.length > 0 ? `   * @throws {TypeError} If ${conditions.join(', or ')}.\n` : ''
}

type Called = Pick<ClientMethod, 'resource' | 'name' | 'response' | 'paged' | 'example' | 'codes'>

function exampleOf({ response, paged, example, codes, ...method }: Called): string {
  const call = `wecom.${calledAs(method)}(${literal(example, codes)})`
  if (!paged) return `const ${lowered(response.name)} = await ${call}`
  const item = lowered(paged.item.name)
  return `for await (const ${item} of ${call}) console.log(${item})`
}

/**
 * A value as the code has it.
 *
 * @param names What stands for the values of fields that have names, such as `EnrollmentAction.Approve`.
 */
function literal(value: unknown, names: ClientMethod['codes'] = {}): string {
  if (typeof value === 'string') return `'${value}'`
  if (Array.isArray(value)) return `[${value.map((entry) => literal(entry)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).map(
    ([name, field]) => `${name}: ${names[name]?.[String(field)] ?? literal(field)}`,
  )
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}'
}

/** The responses whose contradictions somebody resolves: `Meeting` for `src/resources/meeting.ts`. */
export function resolvedResponses(): ReadonlySet<string> {
  const files = readdirSync(new URL('../src/resources', import.meta.url))
  return new Set(files.map((file) => raised(file.replace('.ts', ''))))
}

/** The name of a schema or a resource as that of a variable, a field or a file. */
function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** The name of a field or a file as that of a type. */
function raised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
