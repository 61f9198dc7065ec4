import type { LintRule, Node, Problem, RuleContext } from './ruleContext.ts'

const PER_VALUE = ['x-enum-varnames', 'x-enum-descriptions', 'x-enum-descriptions-zh']
const OF_ITS_OWN = /^#\/components\/schemas\/[^/]+$/
const PASCAL_CASE = /^[A-Z][A-Za-z0-9]*$/

/**
 * Every coded value has a name in PascalCase and a description in both languages, in a schema of its
 * own: constants, labels and types are made from those.
 */
export const codedValuesNamed: LintRule = {
  *Schema(schema, { location }) {
    const values = schema.enum ?? schema['x-extensible-enum']
    if (!Array.isArray(values)) return
    if (!OF_ITS_OWN.test(location.pointer)) {
      yield [
        'Coded values need a schema of their own: move this one to `components/schemas` under the name that its constants shall have, and refer to it.',
      ]
    }
    for (const keyword of PER_VALUE) {
      const { length } = Array.isArray(schema[keyword]) ? schema[keyword] : []
      if (length === values.length) continue
      const found = Array.isArray(schema[keyword]) ? `${length} entries` : 'nothing'
      yield [
        `\`${keyword}\` needs one entry for each of the ${values.length} values; found ${found}.`,
      ]
    }
    const names = [schema['x-enum-varnames'] ?? []].flat()
    for (const [index, name] of names.entries()) {
      if (PASCAL_CASE.test(String(name))) continue
      const message = `The coded value's name ${JSON.stringify(name)} must be PascalCase text.`
      yield [message, 'x-enum-varnames', index]
    }
    if (new Set(names).size !== names.length) yield ['Two coded values have the same name.']
  },
}

/** Redocly shows a rule each component once, whoever refers to it: the references are followed here. */
function* misplaced(
  [keyword, message]: readonly [string, string],
  node: unknown,
  context: RuleContext,
  seen: Set<unknown> = new Set(),
): Iterable<Problem> {
  if (typeof node !== 'object' || node === null || seen.has(node)) return
  seen.add(node)
  const { $ref, examples: _, example: __, ...rest } = node as Node
  if (Array.isArray(rest[keyword])) yield [`${message} Found ${JSON.stringify(rest[keyword])}.`]
  const target = typeof $ref === 'string' ? context.resolve({ $ref }).node : undefined
  for (const child of [target, ...Object.values(rest)]) {
    yield* misplaced([keyword, message], child, context, seen)
  }
}

const OPEN = ['x-extensible-enum', 'A coded value in a request is closed: use `enum`.'] as const
const CLOSED = ['enum', 'A coded value in a response is open: use `x-extensible-enum`.'] as const

/**
 * Coded values are closed in requests (`enum`) and open in responses (`x-extensible-enum`): a value
 * that WeCom adds tomorrow must not break a caller, a type or the mock.
 */
export const codedValuesOpenInResponses: LintRule = {
  RequestBody: (node, context) => misplaced(OPEN, node, context),
  Parameter: (node, context) => misplaced(OPEN, node, context),
  Response: (node, context) => misplaced(CLOSED, node, context),
}
