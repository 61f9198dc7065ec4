import { type Field, fieldsOf } from '../src/schemas.ts'
import { forOperations, type LintRule, type Node } from './ruleContext.ts'

const EFFECTS = ['read', 'idempotent', 'create']
const EFFECT =
  'add `x-effect`: `read` where it changes nothing, `idempotent` where twice is as once, `create` where each time makes another one'

/** Parts of extensions that name fields: where the field is, and its type. */
const NAMES = [
  ['x-pagination', 'items', 'response', 'array'],
  ['x-pagination', 'cursor', 'request', 'string'],
  ['x-pagination', 'next', 'response', 'string'],
  ['x-pagination', 'more', 'response', 'boolean'],
  ['x-batch', 'items', 'request', 'array'],
  ['x-batch', 'handled', 'response', 'integer'],
] as const

type Fields = Record<'request' | 'response', readonly Field[]>

/**
 * An operation says what no reader could guess: what it does to WeCom (`x-effect`), how its list comes in pages
 * (`x-pagination`), how it takes many at once (`x-batch`) and what it requires (`x-requires`). What it names
 * is there.
 */
export const operationsSayWhatTheyDo: LintRule = {
  Root: forOperations(function* (operation, root) {
    const { request, response } = operation
    const fields = {
      request: fieldsOf(root, request ?? {}),
      response: fieldsOf(root, response),
    }
    yield* problemsIn(operation, fields)
    yield* namesIn(operation, fields)
  }),
  /** How far apart two points in time may be. */
  *Schema({ 'x-max-span': span, properties = {} }) {
    if (!span || (span.from in properties && span.to in properties && span.seconds)) return
    yield ['`x-max-span` must have `from` and `to`, names of properties, and `seconds`.']
  },
}

function* problemsIn({ effect, requires, pagination, batch }: Node, fields: Fields) {
  if (effect === undefined) yield `it does not say what it does: ${EFFECT}`
  else if (!EFFECTS.includes(effect)) yield `\`x-effect\` is ${effect}; ${EFFECT}`
  if (requires !== undefined && requires !== 'enrollment') {
    yield `\`x-requires\` is ${requires}; expected \`enrollment\``
  }
  if (!pagination && has(fields.response, 'next_cursor')) {
    yield 'it returns a `next_cursor`: add `x-pagination` with `items`, `cursor`, `first`, `next`, `end` and, where the response says whether more follows, `more`'
  }
  for (const value of pagination ? ['first', 'end'] : []) {
    if (typeof pagination[value] === 'string') continue
    yield `\`x-pagination\` has no \`${value}\`: expected the cursor as text, "" for none`
  }
  if (batch?.most !== undefined && !(Number.isInteger(batch.most) && batch.most >= 1)) {
    yield '`most` of `x-batch` must be a whole number from 1, or left out where WeCom does not publish it'
  }
}

/** Names of fields that are not there, or not of the type. */
function* namesIn({ pagination, batch }: Node, fields: Fields) {
  for (const [extension, part, where, type] of NAMES) {
    const parts = extension === 'x-batch' ? batch : pagination
    const name = parts?.[part]
    const isOptional = part === 'more' && name === undefined && !has(fields.response, 'has_more')
    if (!parts || isOptional || has(fields[where], name, type)) continue
    const found = name === undefined ? 'found nothing' : `found \`${name}\``
    yield `\`${part}\` of \`${extension}\` must be the name of a field of the ${where} of type ${type}; ${found}`
  }
}

function has(fields: readonly Field[], name: string, type?: string): boolean {
  return fields.some((field) => field.name === name && (!type || field.schema.type === type))
}
