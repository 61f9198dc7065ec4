import type { RuleContext } from './ruleContext.ts'

type Node = Record<string, unknown>

const texts = ['x-title-zh', 'x-summary-zh', 'x-description-zh']

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
export function extensionsKnown(): object {
  return {
    any: { enter: checkNode },
    Root: { enter: (root: Node, ctx: RuleContext) => checkErrcodes(root['x-errcodes'], ctx) },
  }
}

function checkNode(node: unknown, ctx: RuleContext & { type: { name: string } }): void {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  const known = [...texts, ...(extensions[ctx.type.name] ?? [])]
  for (const key of Object.keys(node)) {
    if (key.startsWith('x-') && !known.includes(key)) {
      const where = Object.keys(extensions).filter((type) => extensions[type]?.includes(key))
      const expected = where.length > 0 ? `it belongs to a ${where.join(' or ')}` : 'it is unknown'
      ctx.report({
        message: `\`${key}\` can't stand here: ${expected}. What belongs to the packages goes under \`x-packages\`.`,
        location: ctx.location.child([key]),
      })
    }
  }
  const packages = (node as Node)['x-packages'] as Node | undefined
  reportUnknown(packages, ofPackages[ctx.type.name] ?? [], '`x-packages`', ctx)
  reportUnknown(packages?.node, ofPackages.node ?? [], '`x-packages.node`', ctx)
}

function checkErrcodes(errcodes: unknown, ctx: RuleContext): void {
  for (const [errcode, entry] of Object.entries((errcodes ?? {}) as Record<string, Node>)) {
    reportUnknown(entry, ofErrcode, `the entry ${errcode} of \`x-errcodes\``, ctx)
    const place = `\`x-packages\` of the entry ${errcode}`
    reportUnknown(entry['x-packages'], ofPackages.errcode ?? [], place, ctx)
  }
}

function reportUnknown(node: unknown, known: string[], place: string, ctx: RuleContext): void {
  const unknown = Object.keys((node ?? {}) as Node).filter((key) => !known.includes(key))
  if (unknown.length === 0) return
  const found = unknown.map((key) => `\`${key}\``).join(', ')
  ctx.report({ message: `${place} can't have ${found}; expected ${known.join(', ')}.` })
}
