import { readdirSync } from 'node:fs'
import { banner, docComment, literal } from '@wecom-meeting/spec/generated-files'
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
  const imports = IMPORTS + [...new Set(methods.filter(isResolved).map(importOf))].join('')
  const types = [
    ...methods.map(requestType),
    ...methods.filter((method) => !isResolved(method)).flatMap(responseTypes),
  ]
  // Several methods may take or give the same.
  const own = [...new Set(types), ...interfacesOf(resources)]
  refuseRepeatedNames([
    ...(imports.match(TYPE_NAME) ?? []),
    ...own.map((type) => /export (?:type|interface) (\w+)/.exec(type)?.[1]),
  ])
  return `${banner}${imports}
${own.join('\n')}
/** Creates the resources of a client. */
export function createResources({ batch, call, list }: SendTyped): Resources {
  return ${objectOf(resources, resolved).replaceAll('\n', '\n  ')}
}
`
}

/** What every method may need of the client's own files. */
const IMPORTS = `import type { CallOptions } from '../options.ts'
import type { PagedList } from '../paging.ts'
import { toList, toTexts } from '../readers.ts'
import { checkFields } from '../requestFields.ts'
import type { Call } from '../response.ts'
import type { Schemas, WithDates } from '../schemas.ts'
import type { SendTyped, Unhandled } from '../typed.ts'
`
const TYPE_NAME = /\b[A-Z]\w+/g

/** What somebody wrote about a response. */
function importOf({ response: { name }, list }: ClientMethod): string {
  const ofItem = list?.item ? `type ${list.item.name}, ` : ''
  return `import { ${ofItem}type ${name}, resolve${name} } from '../resources/${lowered(name)}.ts'\n`
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

function requestType({ request, times }: ClientMethod): string {
  const schema = `Schemas['${request.name}']`
  return typeAlias(request, times.length > 0 ? `WithDates<${schema}, ${union(times)}>` : schema)
}

/** The type of a response, and of its items if they have one of their own. */
function responseTypes({ response, list, batch }: ClientMethod): string[] {
  const { name, description } = response
  const fields = (...names: string[]) =>
    `Omit<Schemas['${name}'], ${union(['errcode', 'errmsg', ...names])}>`
  if (!list) return [typeAlias(response, `${fields()}${batch ? ' & Unhandled' : ''}`)]
  const { item, pagination } = list
  const { items, cursor, next, more } = pagination
  const own = [
    [more, 'boolean', 'Whether further pages follow.'],
    [next, 'string', `The \`${cursor}\` of the next page.`],
    [items, `${itemType(list)}[]`, list.description],
  ] as const
  const members = own.map(([name, type, doc]) => `${docComment(doc, '  ')}  ${name}: ${type}\n`)
  const page = `${docComment(description)}export interface ${name} extends ${fields(more, next, items)} {
${members.join('')}}
`
  return item ? [typeAlias(item, `Schemas['${item.name}']`), page] : [page]
}

function itemType({ item }: NonNullable<ClientMethod['list']>): string {
  return item?.name ?? 'string'
}

function typeAlias(
  { name, description }: Pick<ClientMethod['response'], 'name' | 'description'>,
  type: string,
): string {
  return `${docComment(description)}export type ${name} = ${type}\n`
}

function union(names: readonly string[]): string {
  return names.map((name) => literal(name)).join(' | ')
}

/** The interfaces of a resource and of those in it. */
function interfacesOf(resource: Resource, way: readonly string[] = []): string[] {
  const members = [...resource].map(([name, part]) => {
    if (!(part instanceof Map)) return signature(name, part)
    const calls = callsIn(part).map((call) => `\`${call}\``)
    const doc = docComment(`${raised(name)}: ${calls.join(', ')}.`, '  ')
    return `${doc}  readonly ${name}: ${typeName([...way, name])}\n`
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
  const { request, response, list } = method
  const result = list ? `PagedList<${response.name}, ${itemType(list)}>` : `Call<${response.name}>`
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
  const { path, response, list, batch } = method
  const sent = `'${path}', ${checkedRequest(method)}`
  if (batch) return `(request, options) =>\n  batch(${sent}, ${literal(batch)}, options)`
  const resolve = resolved.has(response.name) ? `resolve${response.name}` : '(fields) => fields'
  if (!list) return `(request, options) => call(${sent}, ${resolve}, options)`
  const read = list.item ? `toList<${list.item.name}>` : 'toTexts'
  const start = `request?.${list.pagination.cursor}`
  return `(request, options) =>\n  list(${sent}, ${start}, ${resolve}, ${literal(list.pagination)}, ${read}, options)`
}

/** The request as it is sent, with what its fields may be. */
function checkedRequest({ ranges, times, request: { 'x-max-span': span } }: ClientMethod): string {
  if (Object.keys(ranges).length + times.length === 0) return 'checkFields(request)'
  // Those that may be only so far apart come first.
  const ordered = span ? [...new Set([span.from, span.to, ...times])] : times
  const checks = [ranges, ...(times.length > 0 ? [ordered] : []), ...(span ? [span.seconds] : [])]
  return `checkFields(request, ${checks.map((check) => literal(check)).join(', ')})`
}

const PAGED = 'Awaited, the first page; iterated, all of them. Nothing is sent before either.'
const UNHANDLED =
  '`unhandled_count` is how many of them WeCom did not count as handled; those that it handled before a response was lost may be among them.'

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
  const { description, page, notFound, list, batch, effect } = method
  const together = batch?.most
    ? `At most ${batch.most} go in one request, or with \`batchSize\` fewer.`
    : 'All go in one request, or with `batchSize` in several.'
  const notes = [list && PAGED, batch && `${together} ${UNHANDLED}`, EFFECTS[effect]]
  const refused = refusedFields(method)
  const lines = [
    description.trim(),
    ...notes.flatMap((note) => (note ? ['', note] : [])),
    '',
    `@throws {WeComApiError} If WeCom refuses${notFound.length > 0 ? ', such as a `NotFoundError`:' : '.'}`,
    ...notFound.map(({ errcode, meaning }) => `  - ${errcode}: ${meaning}`),
    ...(refused.length > 0 ? [`@throws {TypeError} If ${refused.join(', or ')}.`] : []),
    '@example',
    exampleOf(method),
    `@see ${page}`,
  ]
  return docComment(lines.join('\n'), '  ')
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

function exampleOf({ clientMethod, response, list, example, codes }: ClientMethod): string {
  const call = `wecom.${clientMethod}(${literal(example, codes)})`
  if (!list) return `const ${lowered(response.name)} = await ${call}`
  const { item, pagination } = list
  const name = item ? lowered(item.name) : pagination.items.replace(/_?list$/, '') || 'item'
  return `for await (const ${name} of ${call}) console.log(${name})`
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
