import { type Operation, operationsOf } from '../src/operations.ts'
import { type Field, fieldsOf } from '../src/schemas.ts'
import type { Node, Rule } from './ruleContext.ts'

const EFFECTS = ['read', 'idempotent', 'create']
const EFFECT =
  'add `x-effect`: `read` where it changes nothing, `idempotent` where twice is as once, `create` where each time makes another one'

type Where = 'request' | 'response'

/** Parts of an extension that name fields: where the field is, and its type. */
const NAMES: Record<'x-pagination' | 'x-batch', Record<string, readonly [Where, type: string]>> = {
  'x-pagination': {
    items: ['response', 'array'],
    cursor: ['request', 'string'],
    next: ['response', 'string'],
    more: ['response', 'boolean'],
  },
  'x-batch': { items: ['request', 'array'], handled: ['response', 'integer'] },
}

type Fields = Record<Where, Field[]>

function* effectProblems({ effect, requires }: Node): Iterable<string> {
  if (effect === undefined) yield `it does not say what it does: ${EFFECT}`
  else if (!EFFECTS.includes(effect)) yield `\`x-effect\` is ${effect}; ${EFFECT}`
  if (requires !== undefined && requires !== 'enrollment') {
    yield `\`x-requires\` is ${requires}; expected \`enrollment\``
  }
}

function* paginationProblems(pagination: Node | undefined, fields: Fields): Iterable<string> {
  const returns = (field: string) => fields.response.some(({ name }) => name === field)
  if (!pagination) {
    if (returns('next_cursor')) {
      yield 'it returns a `next_cursor`: add `x-pagination` with `items`, `cursor`, `first`, `next`, `end` and, where the response says whether more follows, `more`'
    }
    return
  }
  const saysMore = pagination.more !== undefined || returns('has_more')
  yield* nameProblems('x-pagination', pagination, fields, saysMore ? [] : ['more'])
  for (const value of ['first', 'end']) {
    if (typeof pagination[value] === 'string') continue
    yield `\`x-pagination\` has no \`${value}\`: expected the cursor as text, "" for none`
  }
}

function* batchProblems(batch: Node | undefined, fields: Fields): Iterable<string> {
  if (!batch) return
  yield* nameProblems('x-batch', batch, fields)
  if (batch.most === undefined || Number(batch.most) >= 1) return
  yield '`most` of `x-batch` must be a number from 1, or left out where WeCom does not publish it'
}

function* nameProblems(
  extension: keyof typeof NAMES,
  value: Node,
  fields: Fields,
  optional: readonly string[] = [],
): Iterable<string> {
  for (const [part, [where, type]] of Object.entries(NAMES[extension])) {
    const name = value[part]
    if (optional.includes(part)) continue
    if (fields[where].some((field) => field.name === name && field.schema.type === type)) continue
    const found = name === undefined ? 'found nothing' : `found \`${name}\``
    yield `\`${part}\` of \`${extension}\` must be the name of a field of the ${where} of type ${type}; ${found}`
  }
}

/**
 * An operation says what no reader could guess: what it does to WeCom (`x-effect`), how its list comes in pages
 * (`x-pagination`), how it takes many at once (`x-batch`) and what it requires (`x-requires`). What it names
 * is there.
 */
export const operationsSayWhatTheyDo: Rule = {
  *Root(root) {
    for (const operation of readable(root)) {
      const { operationId, path, method, request, response, pagination, batch } = operation
      const fields = {
        request: request ? fieldsOf(root, request) : [],
        response: fieldsOf(root, response),
      }
      const problems = [
        ...effectProblems(operation),
        ...paginationProblems(pagination, fields),
        ...batchProblems(batch, fields),
      ]
      for (const problem of problems) {
        yield [`${operationId}: ${problem}.`, 'paths', path, method.toLowerCase()]
      }
    }
  },
  /** How far apart two points in time may be. */
  *Schema({ 'x-max-span': span, properties = {} }) {
    if (!span || (span.from in properties && span.to in properties && span.seconds)) return
    yield ['`x-max-span` must have `from` and `to`, names of properties, and `seconds`.']
  },
}

/** What is not even an operation is for Redocly's own rules to say. */
export function readable(root: Node): Operation[] {
  try {
    return operationsOf(root)
  } catch {
    return []
  }
}
