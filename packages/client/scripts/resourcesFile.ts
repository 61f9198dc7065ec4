import { readdirSync } from 'node:fs'
import { type ClientMethod, calledAs, clientMethods, SpecError } from './clientMethods.ts'
import { banner } from './tableFiles.ts'

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
  const paged = asPublished.find((method) => method.paged)
  if (paged) throw new SpecError(unresolvedPage(paged))
  const resources = byResource(methods)
  return [
    banner + imports(methods.filter(isResolved)),
    ...withoutRepeats([
      ...methods.map(({ request }) => typeAlias(request, `Schemas['${request.name}']`)),
      ...asPublished.map(({ response }) =>
        typeAlias(response, `Omit<Schemas['${response.name}'], 'errcode' | 'errmsg'>`),
      ),
    ]),
    ...[...resources.keys()].map((resource) => interfaceOf(resource, resources)),
    `/** Creates the resources of a client. */
export function createResources({ call, list }: SendTyped): Resources {
  return ${objectOf('', resources, resolved).replaceAll('\n', '\n  ')}
}
`,
  ].join('\n')
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

/** WeCom may leave out the cursor and the list of a last page, which a `PagedList` reads. */
function unresolvedPage({ operationId, response: { name } }: ClientMethod): string {
  return `${operationId} is paged: write packages/client/src/resources/${lowered(name)}.ts, which exports the type \`${name}\`, the one of its items and \`resolve${name}\`.`
}

function imports(resolved: readonly ClientMethod[]): string {
  const lines = resolved.map(({ response: { name }, paged }) => {
    const types = paged ? `type ${paged.item}, type ${name}` : `type ${name}`
    return `import { ${types}, resolve${name} } from '../resources/${lowered(name)}.ts'\n`
  })
  return `import type { CallOptions } from '../options.ts'
import type { PagedList } from '../paging.ts'
${withoutRepeats(lines).join('')}import type { Call } from '../response.ts'
import type { Schemas, SendTyped } from '../schemas.ts'
`
}

/** Several methods may take or give the same. */
function withoutRepeats(code: readonly string[]): string[] {
  return [...new Set(code)]
}

function typeAlias({ name, description }: ClientMethod['response'], type: string): string {
  return `/** ${description.trim()} */\nexport type ${name} = ${type}\n`
}

function interfaceOf(resource: string, resources: Resources): string {
  const name = nameOf(resource)
  return `/** What can be asked of ${resource ? lowered(name) : 'WeCom'}. */
export interface ${name} {
${(resources.get(resource) ?? []).map(signature).join('')}${fieldsOf(resource, resources)}}
`
}

function signature(method: ClientMethod): string {
  const { name, request, response, paged } = method
  const result = paged ? `PagedList<${response.name}, ${paged.item}>` : `Call<${response.name}>`
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
    const name = nameOf(resource)
    return `  /** ${name}: ${calls.join(', ')}. */\n  readonly ${lowered(name)}: ${name}\n`
  })
  return fields.join('')
}

/** The object that has a resource's methods and the resources in it. */
function objectOf(resource: string, resources: Resources, resolved: ReadonlySet<string>): string {
  const methods = resources.get(resource) ?? []
  const fields = [
    ...methods.map((method) => `${method.name}: ${implementation(method, resolved)},\n`),
    ...within(resource, resources).map(
      (child) => `${lowered(nameOf(child))}: ${objectOf(child, resources, resolved)},\n`,
    ),
  ]
  return `{\n${fields.join('').replaceAll(/^/gm, '  ').trimEnd()}\n}`
}

function implementation(
  { path, request, response, paged }: ClientMethod,
  resolved: ReadonlySet<string>,
): string {
  const resolve = resolved.has(response.name) ? `resolve${response.name}` : '(fields) => fields'
  if (!paged) return `(request, options) => call('${path}', request, ${resolve}, options)`
  const { minimum = 1, maximum } = request.properties.limit ?? {}
  const limits = [minimum, maximum].filter((bound) => bound !== undefined)
  return `(request, options) =>
  list('${path}', request, ${resolve}, (page) => page.${paged.list}, [${limits.join(', ')}], options)`
}

function within(parent: string, resources: Resources): string[] {
  return [...resources.keys()].filter((resource) => resource && parentOf(resource) === parent)
}

function parentOf(resource: string): string {
  return resource.split('.').slice(0, -1).join('.')
}

function nameOf(resource: string): string {
  return raised(resource.split('.').at(-1) || 'resources')
}

/** The doc comment of a method: what it gives, which refusals are about what was asked, how to call it. */
function methodDoc({ description, page, notFound, ...method }: ClientMethod): string {
  const refusals = notFound.map(({ errcode, meaning }) => `\n   *   - ${errcode}: ${meaning}`)
  const such = refusals.length > 0 ? `, such as a \`NotFoundError\`:${refusals.join('')}` : '.'
  const { minimum, maximum } = method.request.properties.limit ?? {}
  const range = `   * @throws {TypeError} If \`limit\` is no whole number from ${minimum} to ${maximum}.\n`
  const paging = 'Awaited, the first page; iterated, all of them. Nothing is sent before either.'
  return `  /**
   * ${description.trim()}
${method.paged ? `   *\n   * ${paging}\n` : ''}   *
   * @throws {WeComApiError} If WeCom refuses${such}
${maximum === undefined ? '' : range}   * @example
   * ${exampleOf(method)}
   * @see ${page}
   */
`
}

type Called = Pick<ClientMethod, 'resource' | 'name' | 'response' | 'paged' | 'example'>

function exampleOf({ response, paged, example, ...method }: Called): string {
  const fields = Object.entries(example).map(([key, value]) => `${key}: ${literal(value)}`)
  const call = `wecom.${calledAs(method)}({ ${fields.join(', ')} })`
  if (!paged) return `const ${lowered(response.name)} = await ${call}`
  const item = lowered(paged.item)
  return `for await (const ${item} of ${call}) console.log(${item})`
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value)
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
