import { fieldsOf, type Operation, operationsOf, resolved } from '../src/index.ts'
import type { Node, Rule } from './ruleContext.ts'

/** n8n's own rule: what has more fields is simplified. */
const MOST_FIELDS = 10

/** What the n8n node shows of an operation follows from the document, or stands under `x-packages.node`. */
export const shownByTheNode: Rule = {
  *Root(root) {
    const operations = operationsOf(root).filter(({ clientMethod }) => clientMethod)
    for (const operation of operations) {
      for (const problem of problemsIn(root, operation, operations)) {
        yield [`${operation.operationId}: ${problem}.`, 'paths', operation.path]
      }
    }
  },
  *Schema({ 'x-packages': packages, properties = {} }) {
    const names: string[] = packages?.simplified ?? []
    const unknown = names.find((name) => !Object.keys(properties).includes(name))
    if (unknown) yield [`\`simplified\` names \`${unknown}\`, which is no property of the schema.`]
  },
}

function problemsIn(root: Node, operation: Operation, all: readonly Operation[]): string[] {
  const { batch, node = {}, pagination, response } = operation
  const { actions = {}, fields = {}, without = [] } = node
  const request = fieldsOf(root, operation.request ?? {})
  const action = request.find(({ name }) => name === 'action')?.schema as Node | undefined
  const values = (action?.['x-enum-varnames'] ?? []) as string[]
  const filled = [...without, batch?.items]
  const complex = request.find(
    ({ name, schema }) => /array|object/.test(`${schema.type}`) && !filled.includes(name),
  )
  const unknown = [...Object.keys(fields), ...without].find(
    (wanted) => !request.some(({ name }) => name === wanted),
  )
  const items = pagination?.items ?? node.items
  const returned = fieldsOf(root, response)
  const list = returned.find(({ name, schema }) => name === items && schema.type === 'array')
  const item = list ? (list.schema.items ?? {}) : response
  const count = fieldsOf(root, item).filter(({ name }) => !/^err(code|msg)$/.test(name)).length
  const isLong = count > MOST_FIELDS && !resolved(root, item)['x-packages']?.simplified
  const stored = storedAs(operation)
  const verb = stored.slice(stored.lastIndexOf('.') + 1)
  // One word makes a sentence with the resource: Cancel a webinar.
  const isPhrase = verb !== 'getAll' && /[A-Z]/.test(verb)
  const problems: [found: unknown, problem: string][] = [
    [
      values.toSorted().join() !== Object.keys(actions).toSorted().join(),
      `\`actions\` of \`x-packages.node\` says what each value of \`action\` does; expected ${values.join(', ') || 'none'}`,
    ],
    [
      all.some((one) => one !== operation && storedAs(one) === stored),
      `the node has two operations ${stored}: name this one in \`operation\` of \`x-packages.node\``,
    ],
    [
      isPhrase && !node.action && !node.actions,
      `say in \`action\` of \`x-packages.node\` what \`${verb}\` does`,
    ],
    [unknown, `the request has no field \`${unknown}\`, which \`x-packages.node\` names`],
    [
      complex,
      `the editor has no form for \`${complex?.name}\`: name it in \`without\` of \`x-packages.node\``,
    ],
    [
      items && !list,
      `the response has no list \`${items}\`, which \`${pagination ? 'x-pagination' : 'x-packages.node'}\` names`,
    ],
    [
      isLong,
      `what it returns has ${count} fields: name those that Simplify leaves in \`simplified\` under \`x-packages\` of its schema`,
    ],
  ]
  return problems.flatMap(([found, problem]) => (found ? [problem] : []))
}

/** What workflows store for it, such as `webinars.enrollments.getAll`. */
function storedAs({ clientMethod = '', node, pagination }: Operation): string {
  const isList = pagination ?? node?.items
  return clientMethod.replace(/\w+$/, (name) => node?.operation ?? (isList ? 'getAll' : name))
}
