import { fieldsOf, type Operation, resolved } from '../src/index.ts'
import { readable } from './operationsSayWhatTheyDo.ts'
import type { RuleContext } from './ruleContext.ts'

type Node = Record<string, unknown>

/** n8n's own rule: what has more fields is simplified. */
const MOST_FIELDS = 10

/** What the n8n node shows of an operation follows from the document, or stands under `x-packages.node`. */
export function shownByTheNode(): object {
  return {
    Root: {
      enter(root: Node, ctx: RuleContext) {
        const operations = readable(root).filter(({ clientMethod }) => clientMethod)
        for (const operation of operations) {
          const location = ctx.location.child(['paths', operation.path])
          for (const problem of problemsIn(root, operation, operations)) {
            ctx.report({ message: `${operation.operationId}: ${problem}.`, location })
          }
        }
      },
    },
    Schema: { enter: checkSimplified },
  }
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
    [items && !list, `the response has no list \`${items}\`, which \`x-packages.node\` names`],
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

function checkSimplified(schema: Node, ctx: RuleContext): void {
  const { 'x-packages': packages, properties = {} } = schema
  const { simplified = [] } = (packages ?? {}) as { simplified?: string[] }
  const unknown = simplified.find((name) => !Object.keys(properties as Node).includes(name))
  if (unknown) {
    ctx.report({
      message: `\`simplified\` names \`${unknown}\`, which is no property of the schema.`,
    })
  }
}
