import { banner } from './banner.ts'
import { type ClientMethod, calledAs, clientMethods } from './clientMethods.ts'
import { lowered, raised } from './letterCase.ts'
import { methodDoc } from './methodDoc.ts'
import { SpecError } from './SpecError.ts'

/** The methods of each resource, `webinars` or `webinars.enrollments`; `''` is the client itself. */
type Resources = ReadonlyMap<string, ClientMethod[]>

/**
 * The client's methods with their doc comments, and the types of what they take and give.
 *
 * @param resolved The answers whose contradictions somebody resolves. `Meeting` stands for
 *   `src/resources/meeting.ts`, which exports a type `Meeting` and a function `resolveMeeting`.
 */
export function resourcesFile(
  document: Record<string, unknown>,
  resolved: ReadonlySet<string>,
): string {
  const methods = clientMethods(document)
  const isResolved = ({ answer }: ClientMethod) => resolved.has(answer.name)
  const asPublished = methods.filter((method) => !isResolved(method))
  const paged = asPublished.find((method) => method.paged)
  if (paged) throw new SpecError(unresolvedPage(paged))
  const resources = byResource(methods)
  return [
    banner + imports(methods.filter(isResolved)),
    ...withoutRepeats([
      ...methods.map(({ request }) => typeAlias(request, `Schemas['${request.name}']`)),
      ...asPublished.map(({ answer }) =>
        typeAlias(answer, `Omit<Schemas['${answer.name}'], 'errcode' | 'errmsg'>`),
      ),
    ]),
    ...[...resources.keys()].map((resource) => interfaceOf(resource, resources)),
    `/** The resources of a client that sends with \`post\`. */
export function resourcesThrough(post: Post): Resources {
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
function unresolvedPage({ operationId, answer: { name } }: ClientMethod): string {
  return `${operationId} is paged: write packages/client/src/resources/${lowered(name)}.ts, which exports the type \`${name}\`, the one of its items and \`resolve${name}\`.`
}

function imports(resolved: readonly ClientMethod[]): string {
  const lines = resolved.map(({ answer: { name }, paged }) => {
    const types = paged ? `type ${paged.item}, type ${name}` : `type ${name}`
    return `import { ${types}, resolve${name} } from '../resources/${lowered(name)}.ts'\n`
  })
  return `import type { Call } from '../core/Call.ts'
import type { CallOptions } from '../core/options.ts'
import type { Post } from '../core/post.ts'
import { checkWhole, PagedList } from '../resources/PagedList.ts'
${withoutRepeats(lines).join('')}import type { components } from './openapi.ts'

type Schemas = components['schemas']
`
}

/** Several methods may take or give the same. */
function withoutRepeats(code: readonly string[]): string[] {
  return [...new Set(code)]
}

function typeAlias({ name, description }: ClientMethod['answer'], type: string): string {
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
  const { name, request, answer, paged } = method
  const result = paged ? `PagedList<${answer.name}, ${paged.item}>` : `Call<${answer.name}>`
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
  { operationId, path, request, answer, paged }: ClientMethod,
  resolved: ReadonlySet<string>,
): string {
  const resolve = resolved.has(answer.name) ? `resolve${answer.name}` : '(answer) => answer'
  if (!paged) return `(request, options) => post('${path}', request, ${resolve}, options)`
  return `({ cursor: start, ...request }, options) => {${limitCheck(request)}
  return new PagedList(
    '${operationId}',
    start,
    options,
    (cursor, pageOptions) =>
      post('${path}', cursor ? { ...request, cursor } : request, ${resolve}, pageOptions),
    (page) => page.${paged.list},
  )
}`
}

/** Unchecked, NaN would be sent as null. */
function limitCheck({ properties: { limit } }: ClientMethod['request']): string {
  if (!limit) return ''
  const range = [limit.minimum, limit.maximum].filter((bound) => bound !== undefined)
  return `\n  checkWhole('limit', request.limit, ${range.join(', ')})`
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
