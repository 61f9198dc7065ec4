import { readdirSync } from 'node:fs'
import { banner, literal } from '@wecom-meeting/spec/generated-files'
import { type ClientMethod, clientMethods, lowered, SpecError } from './clientMethods.ts'

/** What a resource has, by name: methods, and the resources in it. */
type Resource = Map<string, ClientMethod | Resource>

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
  const resources = resourcesOf(methods)
  const types = [
    ...methods.map(requestType),
    ...methods.filter((method) => !isResolved(method)).flatMap(responseTypes),
  ]
  // Several methods may take or give the same.
  const own = [...new Set(types), ...interfacesOf(resources)]
  const ofFiles = new Set(methods.filter(isResolved).map(({ response }) => response.name))
  refuseRepeatedNames([
    ...ofFiles,
    ...own.map((type) => /export (?:type|interface) (\w+)/.exec(type)?.[1]),
  ])
  const body = `${own.join('\n')}
/** Creates the resources of a client. */
export function createResources({ batch, call, list }: SendTyped): Resources {
  return ${objectOf(resources, resolved).replaceAll('\n', '\n  ')}
}
`
  return `${banner}${imports(methods.filter(isResolved), body)}\n${body}`
}

/** A resource's own methods come before the resources in it. */
function resourcesOf(methods: readonly ClientMethod[], depth = 0): Resource {
  const step = (method: ClientMethod, at: number) => method.clientMethod.split('.')[at] ?? ''
  const parts = [...Map.groupBy(methods, (method) => step(method, depth))].map(([name, group]) => {
    const method = group.find((one) => step(one, depth + 1) === '')
    if (method && group.length > 1) throw new SpecError(sameMethod(group))
    return [name, method ?? resourcesOf(group, depth + 1)] as const
  })
  const isResource = (part: ClientMethod | Resource) => Number(part instanceof Map)
  return new Map(parts.toSorted(([, one], [, other]) => isResource(one) - isResource(other)))
}

function sameMethod(methods: readonly ClientMethod[]): string {
  const names = methods.map(({ operationId }) => operationId).join(' and ')
  return `${names} are the same method: give one another \`method\` under \`x-packages\` in spec/openapi.yaml.`
}

/** Two types of one name would become one, which has what both have. */
function refuseRepeatedNames(names: readonly (string | undefined)[]): void {
  const repeated = names.find((name, index) => names.indexOf(name) < index)
  if (repeated === undefined) return
  throw new SpecError(
    `Two types of the client would be called ${repeated}: change a \`method\` under \`x-packages\`, or the name of a schema, in spec/openapi.yaml.`,
  )
}

/** What the code uses of the client's own files. */
function imports(resolved: readonly ClientMethod[], code: string): string {
  const ofResources = resolved.map(({ response: { name }, item }): [string, string[]] => [
    `resources/${lowered(name)}`,
    [...(item ? [`type ${item.type}`] : []), `type ${name}`, `resolve${name}`],
  ])
  const files = new Map<string, string[]>([
    ['options', ['type CallOptions']],
    ['paging', ['type PagedList']],
    ['readers', ['toList', 'toTexts']],
    ['requestFields', ['checkFields']],
    ...ofResources,
    ['response', ['type Call']],
    ['schemas', ['type Schemas', 'type SendTyped', 'type Unhandled', 'type WithDates']],
  ])
  const lines = [...files].map(([file, names]) => {
    const used = names.filter((name) => new RegExp(`\\b${name.replace('type ', '')}\\b`).test(code))
    const list = `{ ${used.join(', ')} }`
    const onlyTypes = used.every((name) => name.startsWith('type '))
    const imported = onlyTypes ? `type ${list.replaceAll('type ', '')}` : list
    return used.length > 0 ? `import ${imported} from '../${file}.ts'\n` : ''
  })
  return lines.join('')
}

function requestType({ request, times }: ClientMethod): string {
  const schema = `Schemas['${request.name}']`
  return typeAlias(request, times.length > 0 ? `WithDates<${schema}, ${union(times)}>` : schema)
}

/** The type of a response, and of its items if they have one of their own. */
function responseTypes({ response, pagination, item, batch }: ClientMethod): string[] {
  const { name, description, properties = {} } = response
  const fields = (...names: string[]) =>
    `Omit<Schemas['${name}'], ${union(['errcode', 'errmsg', ...names])}>`
  if (!pagination || !item) {
    return [typeAlias(response, `${fields()}${batch ? ' & Unhandled' : ''}`)]
  }
  const { items, cursor, next, more = 'has_more' } = pagination
  const page = `/** ${description.trim()} */
export interface ${name} extends ${fields(more, next, items)} {
  /** Whether further pages follow. */
  ${more}: boolean
  /** The \`${cursor}\` of the next page. */
  ${next}: string
  /** ${(properties[items]?.description ?? '').trim()} */
  ${items}: ${item.type}[]
}
`
  if (item.type === 'string') return [page]
  const alias = { name: item.type, description: `An item of a ${name}.` }
  return [typeAlias(alias, `Schemas['${item.type}']`), page]
}

type Named = Pick<ClientMethod['response'], 'name' | 'description'>

function typeAlias({ name, description }: Named, type: string): string {
  return `/** ${description.trim()} */\nexport type ${name} = ${type}\n`
}

function union(names: readonly string[]): string {
  return names.map((name) => literal(name)).join(' | ')
}

/** The interfaces of a resource and of those in it. */
function interfacesOf(resource: Resource, way: readonly string[] = []): string[] {
  const members = [...resource].map(([name, part]) => {
    if (!(part instanceof Map)) return signature(name, part)
    const calls = callsIn(part).map((call) => `\`${call}\``)
    return `  /** ${raised(name)}: ${calls.join(', ')}. */\n  readonly ${name}: ${typeName([...way, name])}\n`
  })
  const inner = [...resource].flatMap(([name, part]) =>
    part instanceof Map ? interfacesOf(part, [...way, name]) : [],
  )
  const own = `/** What can be asked of ${way.at(-1) ?? 'WeCom'}. */
export interface ${typeName(way)} {
${members.join('')}}
`
  return [own, ...inner]
}

/** The name of a resource's type, after the whole way to it: others may have fields of the same name. */
function typeName(way: readonly string[]): string {
  return way.map(raised).join('') || 'Resources'
}

/** How the methods of a resource and of those in it are called. */
function callsIn(resource: Resource): string[] {
  return [...resource].flatMap(([name, part]) =>
    part instanceof Map ? callsIn(part).map((call) => `${name}.${call}`) : [name],
  )
}

function signature(name: string, method: ClientMethod): string {
  const { request, response, item } = method
  const result = item ? `PagedList<${response.name}, ${item.type}>` : `Call<${response.name}>`
  return `${methodDoc(method)}  ${name}(request: ${request.name}, options?: CallOptions): ${result}\n`
}

/** The object that has a resource's methods and the resources in it. */
function objectOf(resource: Resource, resolved: ReadonlySet<string>): string {
  const fields = [...resource].map(([name, part]) => {
    const value = part instanceof Map ? objectOf(part, resolved) : implementation(part, resolved)
    return `  ${name}: ${value},`.replaceAll('\n', '\n  ')
  })
  return `{\n${fields.join('\n')}\n}`
}

function implementation(method: ClientMethod, resolved: ReadonlySet<string>): string {
  const { path, response, pagination, item, batch } = method
  const sent = `'${path}', ${requestOf(method)}`
  const resolve = (otherwise: string) =>
    resolved.has(response.name) ? `resolve${response.name}` : otherwise
  if (batch) return `(request, options) =>\n  batch(${sent}, ${literal(batch)}, options)`
  if (!pagination || !item) {
    return `(request, options) => call(${sent}, ${resolve('(fields) => fields')}, options)`
  }
  const resolvePage = resolve(`(page) => page as ${response.name}`)
  const paging = pagingOf(pagination, item.type)
  return `(request, options) =>\n  list(${sent}, ${resolvePage}, ${paging}, options)`
}

/** The request as it is sent. */
function requestOf({ ranges, times, request: { 'x-max-span': span } }: ClientMethod): string {
  if (Object.keys(ranges).length + times.length === 0) return 'request'
  // Those that may be only so far apart come first.
  const ordered = span ? [...new Set([span.from, span.to, ...times])] : times
  const checks = [ranges, ...(times.length > 0 ? [ordered] : []), ...(span ? [span.seconds] : [])]
  return `checkFields(request, ${checks.map((check) => literal(check)).join(', ')})`
}

const USUAL_NAMES = { cursor: 'cursor', next: 'next_cursor', more: 'has_more' } as const

/** How a list comes in pages; what is as nearly everywhere is left out. */
function pagingOf(
  { items, first, end, ...names }: NonNullable<ClientMethod['pagination']>,
  item: string,
): string {
  const unusual = Object.entries(USUAL_NAMES).flatMap(([part, usual]) => {
    const name = names[part as keyof typeof USUAL_NAMES] ?? usual
    return name === usual ? [] : [`, ${part}: ${literal(name)}`]
  })
  const ends = [...new Set([first, end])].filter((value) => value !== '')
  const read = item === 'string' ? 'toTexts' : `toList<${item}>`
  const further = [...unusual, ...(ends.length > 0 ? [`, ends: ${literal(ends)}`] : [])]
  return `{ items: '${items}', read: ${read}${further.join('')} }`
}

const PAGED = 'Awaited, the first page; iterated, all of them. Nothing is sent before either.'
const BATCH =
  'All go in one request, or with `batchSize` in several. `unhandled_count` is how many of them WeCom did not count as handled; those that it handled before a response was lost may be among them.'

/** What happens where WeCom may have done something although no response came. */
const EFFECTS = {
  read: undefined,
  idempotent:
    'It changes something. Where no response of WeCom comes it is sent again all the same: doing it twice is as doing it once.',
  create:
    'It makes something. Where no response of WeCom comes it is not sent again: WeCom may have done it.',
}

/** The doc comment of a method: what it gives, which refusals are about what was asked, how to call it. */
function methodDoc(method: ClientMethod): string {
  const { description, page, notFound, item, batch, effect } = method
  const notes = [item && PAGED, batch && BATCH, EFFECTS[effect]].filter((note) => note)
  const refused = refusedFields(method)
  const lines = [
    description.trim(),
    ...notes.flatMap((note) => ['', note]),
    '',
    `@throws {WeComApiError} If WeCom refuses${notFound.length > 0 ? ', such as a `NotFoundError`:' : '.'}`,
    ...notFound.map(({ errcode, meaning }) => `  - ${errcode}: ${meaning}`),
    ...(refused.length > 0 ? [`@throws {TypeError} If ${refused.join(', or ')}.`] : []),
    '@example',
    exampleOf(method),
    `@see ${page}`,
  ]
  return `  /**\n${lines.map((line) => `   * ${line}`.trimEnd()).join('\n')}\n   */\n`
}

/** What is refused before it is sent. */
function refusedFields({ ranges, request: { 'x-max-span': span } }: ClientMethod): string[] {
  const outside = Object.entries(ranges).map(
    ([name, [least, most]]) => `\`${name}\` is no whole number from ${least} to ${most}`,
  )
  if (!span) return outside
  const days = span.seconds / 86_400
  return [...outside, `\`${span.to}\` is more than ${days} days after \`${span.from}\``]
}

function exampleOf({ clientMethod, response, item, example, codes }: ClientMethod): string {
  const call = `wecom.${clientMethod}(${literal(example, codes)})`
  return item
    ? `for await (const ${item.name} of ${call}) console.log(${item.name})`
    : `const ${lowered(response.name)} = await ${call}`
}

/** The responses whose contradictions somebody resolves: `Meeting` for `src/resources/meeting.ts`. */
export function resolvedResponses(): ReadonlySet<string> {
  const files = readdirSync(new URL('../src/resources', import.meta.url))
  return new Set(files.map((file) => raised(file.replace('.ts', ''))))
}

/** The name of a field or a file as that of a type. */
function raised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
