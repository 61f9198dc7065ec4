import { type Field, fieldsOf, type Operation, operationsOf, resolved } from '../src/index.ts'
import { forOperations, type LintRule, type Node } from './ruleContext.ts'

/** n8n's own rule: what has more fields is simplified. */
const MOST_FIELDS = 10

/** What the n8n node shows of an operation follows from the document, or stands under `x-packages.node`. */
export const shownByTheNode: LintRule = {
  Root: forOperations(function* (operation, root) {
    if (!operation.clientMethod) return
    yield* nameProblems(operation, operationsOf(root))
    yield* fieldProblems(operation, fieldsOf(root, operation.request ?? {}))
    yield* itemProblems(operation, root)
  }),
  *Schema({ 'x-packages': packages, properties = {} }) {
    const names: string[] = packages?.simplified ?? []
    const unknown = names.find((name) => !Object.keys(properties).includes(name))
    if (unknown) yield [`\`simplified\` names \`${unknown}\`, which is no property of the schema.`]
  },
}

/** What the editor and workflows call it. */
function* nameProblems(operation: Operation, all: Operation[]): Iterable<string> {
  const stored = storedAs(operation)
  if (all.filter((one) => one.clientMethod && storedAs(one) === stored).length > 1) {
    yield `the node has two operations ${stored}: name this one in \`operation\` of \`x-packages.node\``
  }
  const verb = stored.slice(stored.lastIndexOf('.') + 1)
  // One word makes a sentence with the resource: Cancel a webinar.
  const isPhrase = verb !== 'getAll' && /[A-Z]/.test(verb)
  if (isPhrase && !operation.node?.action && !operation.node?.actions) {
    yield `say in \`action\` of \`x-packages.node\` what \`${verb}\` does`
  }
}

/** What the editor asks for. */
function* fieldProblems({ batch, node }: Operation, request: Field[]): Iterable<string> {
  const { actions = {}, fields = {}, without = [] } = node ?? {}
  const action = request.find(({ name }) => name === 'action')
  const values = action?.schema['x-enum-varnames'] ?? []
  if (values.toSorted().join() !== Object.keys(actions).toSorted().join()) {
    yield `\`actions\` of \`x-packages.node\` says what each value of \`action\` does; expected ${values.join(', ') || 'none'}`
  }
  for (const name of [...Object.keys(fields), ...without]) {
    if (request.some((field) => field.name === name)) continue
    yield `the request has no field \`${name}\`, which \`x-packages.node\` names`
  }
  for (const { name, schema } of request) {
    if (!/array|object/.test(`${schema.type}`) || [...without, batch?.items].includes(name))
      continue
    yield `the editor has no form for \`${name}\`: name it in \`without\` of \`x-packages.node\``
  }
}

/** What becomes an item. */
function* itemProblems({ node, pagination, response }: Operation, root: Node): Iterable<string> {
  const items = pagination?.items ?? node?.items
  const list = fieldsOf(root, response).find(
    ({ name, schema }) => name === items && schema.type === 'array',
  )
  if (items && !list && !pagination) {
    yield `the response has no list \`${items}\`, which \`x-packages.node\` names`
  }
  const item = list ? (list.schema.items ?? {}) : response
  const count = fieldsOf(root, item).filter(({ name }) => !/^err(code|msg)$/.test(name)).length
  if (count > MOST_FIELDS && !resolved(root, item)['x-packages']?.simplified) {
    yield `what it returns has ${count} fields: name those that Simplify leaves in \`simplified\` under \`x-packages\` of its schema`
  }
}

/** What workflows store for it, such as `webinars.enrollments.getAll`. */
function storedAs({ clientMethod = '', node, pagination }: Operation): string {
  const isList = pagination ?? node?.items
  return clientMethod.replace(/\w+$/, (name) => node?.operation ?? (isList ? 'getAll' : name))
}
