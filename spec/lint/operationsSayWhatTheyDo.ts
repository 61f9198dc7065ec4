import { type Field, fieldsOf, type Operation, operationsOf } from '../src/index.ts'
import type { RuleContext } from './ruleContext.ts'

const EFFECTS = ['read', 'idempotent', 'create']
const EFFECT =
  'add `x-effect`: `read` where it changes nothing, `idempotent` where twice is as once, `create` where each time makes another one'

type Node = Record<string, unknown>

/**
 * An operation says what no reader could guess: what it does to WeCom (`x-effect`), how its list comes in pages
 * (`x-pagination`), how it takes many at once (`x-batch`) and what it requires (`x-requires`). What it names
 * is there.
 */
export function operationsSayWhatTheyDo(): object {
  return {
    Root: {
      enter(root: Node, ctx: RuleContext) {
        for (const operation of readable(root)) {
          const fields = (schema?: object) => (schema ? fieldsOf(root, schema) : [])
          const found = new Problems(fields(operation.request), fields(operation.response))
          found.checkEffect(operation)
          found.checkPagination(operation.pagination as Node | undefined)
          found.checkBatch(operation.batch as Node | undefined)
          for (const problem of found.list) {
            ctx.report({
              message: `${operation.operationId}: ${problem}.`,
              location: ctx.location.child([
                'paths',
                operation.path,
                operation.method.toLowerCase(),
              ]),
            })
          }
        }
      },
    },
    Schema: { enter: checkSpan },
  }
}

/** What is not even an operation is for Redocly's own rules to say. */
export function readable(root: Node): Operation[] {
  try {
    return operationsOf(root)
  } catch {
    return []
  }
}

class Problems {
  readonly list: string[] = []
  readonly #request: readonly Field[]
  readonly #response: readonly Field[]

  constructor(request: readonly Field[], response: readonly Field[]) {
    this.#request = request
    this.#response = response
  }

  checkEffect({ effect, requires }: { effect?: unknown; requires?: unknown }): void {
    if (effect === undefined) this.list.push(`it does not say what it does: ${EFFECT}`)
    else if (!EFFECTS.includes(String(effect)))
      this.list.push(`\`x-effect\` is ${effect}; ${EFFECT}`)
    if (requires !== undefined && requires !== 'enrollment') {
      this.list.push(`\`x-requires\` is ${requires}; expected \`enrollment\``)
    }
  }

  checkPagination(pagination: Node | undefined): void {
    if (!pagination) {
      if (!this.#response.some(({ name }) => name === 'next_cursor')) return
      this.list.push(
        'it returns a `next_cursor`: add `x-pagination` with `items`, `cursor`, `first`, `next`, `end` and, where the response says whether more follows, `more`',
      )
      return
    }
    this.#checkField('x-pagination', 'items', pagination.items, this.#response, 'array')
    this.#checkField('x-pagination', 'cursor', pagination.cursor, this.#request, 'string')
    this.#checkField('x-pagination', 'next', pagination.next, this.#response, 'string')
    for (const value of ['first', 'end']) {
      if (typeof pagination[value] === 'string') continue
      this.list.push(
        `\`x-pagination\` has no \`${value}\`: expected the cursor as text, "" for none`,
      )
    }
    const more = this.#response.find(({ name }) => name === 'has_more')?.name ?? pagination.more
    if (more === undefined) return
    this.#checkField('x-pagination', 'more', pagination.more, this.#response, 'boolean')
  }

  checkBatch(batch: Node | undefined): void {
    if (!batch) return
    this.#checkField('x-batch', 'items', batch.items, this.#request, 'array')
    this.#checkField('x-batch', 'handled', batch.handled, this.#response, 'integer')
    if (batch.most === undefined || Number(batch.most) >= 1) return
    this.list.push(
      '`most` of `x-batch` must be a number from 1, or left out where WeCom does not publish it',
    )
  }

  #checkField(
    extension: string,
    part: string,
    name: unknown,
    fields: readonly Field[],
    type: string,
  ): void {
    if (fields.some((field) => field.name === name && field.schema.type === type)) return
    const where = fields === this.#request ? 'request' : 'response'
    const found = name === undefined ? 'found nothing' : `found \`${name}\``
    this.list.push(
      `\`${part}\` of \`${extension}\` must be the name of a field of the ${where} of type ${type}; ${found}`,
    )
  }
}

/** How far apart two points in time may be. */
function checkSpan(schema: Node, ctx: RuleContext): void {
  const span = schema['x-max-span'] as { from?: string; to?: string; seconds?: number } | undefined
  const names = Object.keys((schema.properties ?? {}) as Node)
  if (!span || ([span.from, span.to].every((name) => names.includes(`${name}`)) && span.seconds)) {
    return
  }
  ctx.report({
    message: '`x-max-span` must have `from` and `to`, names of properties, and `seconds`.',
  })
}
