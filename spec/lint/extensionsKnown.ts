import { TRANSLATED } from './bothLanguages.ts'
import type { Check, LintRule, Node, Problem } from './ruleContext.ts'

const texts = TRANSLATED.map((text) => `x-${text}-zh`)

/** What may stand where, besides the Chinese texts. */
const extensions: Record<string, string[]> = {
  Root: ['x-errcodes', 'x-refusal-sets'],
  Tag: ['x-displayName-zh'],
  ExternalDocs: ['x-updated'],
  Operation: ['x-effect', 'x-requires', 'x-pagination', 'x-batch', 'x-refusals', 'x-packages'],
  Schema: [
    'x-extensible-enum',
    'x-enum-varnames',
    'x-enum-descriptions',
    'x-enum-descriptions-zh',
    'x-max-bytes',
    'x-max-span',
    'x-packages',
  ],
}

/** What describes WeCom of an errcode, and what belongs to the packages of this project. */
const ofErrcode = ['name', 'source', 'meaning', 'x-meaning-zh', 'x-packages']
const ofPackages: Record<string, string[]> = {
  Operation: ['method', 'node'],
  Schema: ['simplified'],
  node: ['operation', 'action', 'actions', 'summary', 'fields', 'items', 'without'],
  errcode: ['class', 'retry', 'errmsg', 'fix', 'x-fix-zh'],
}

/**
 * An extension stands where it is known, and what belongs to this project's packages stands under
 * `x-packages`, so that a reader can tell it from what describes WeCom.
 */
export const extensionsKnown: LintRule = { any: checkNode, Root: checkErrcodes }

function* checkNode(node: Node, { type }: Parameters<Check>[1]): Iterable<Problem> {
  if (Array.isArray(node)) return
  const known = [...texts, ...(extensions[type.name] ?? [])]
  for (const key of Object.keys(node)) {
    if (key.startsWith('x-') && !known.includes(key)) {
      const where = Object.keys(extensions).filter((type) => extensions[type]?.includes(key))
      const expected = where.length > 0 ? `it belongs to a ${where.join(' or ')}` : 'it is unknown'
      yield [
        `\`${key}\` can't stand here: ${expected}. What belongs to the packages goes under \`x-packages\`.`,
        key,
      ]
    }
  }
  const { 'x-packages': packages } = node
  yield* unknownKeys(packages, ofPackages[type.name], '`x-packages`')
  yield* unknownKeys(packages?.node, ofPackages.node, '`x-packages.node`')
}

function* checkErrcodes({ 'x-errcodes': errcodes }: Node): Iterable<Problem> {
  for (const [errcode, entry] of Object.entries<Node | null>(errcodes ?? {})) {
    yield* unknownKeys(entry, ofErrcode, `the entry ${errcode} of \`x-errcodes\``)
    const place = `\`x-packages\` of the entry ${errcode}`
    yield* unknownKeys(entry?.['x-packages'], ofPackages.errcode, place)
  }
}

function* unknownKeys(
  node: Node | null | undefined,
  known: string[] = [],
  place: string,
): Iterable<Problem> {
  const unknown = Object.keys(node ?? {}).filter((key) => !known.includes(key))
  if (unknown.length === 0) return
  const found = unknown.map((key) => `\`${key}\``).join(', ')
  yield [`${place} can't have ${found}; expected ${known.join(', ')}.`]
}
