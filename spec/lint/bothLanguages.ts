import type { RuleContext } from './ruleContext.ts'

const TRANSLATIONS = {
  title: 'x-title-zh',
  summary: 'x-summary-zh',
  description: 'x-description-zh',
} as const

const HAN = /\p{Script=Han}/u

/** Every English title, summary and description has its Chinese twin, and no twin stands alone. */
export function bothLanguages(): object {
  return { any: { enter: checkNode } }
}

function checkNode(node: unknown, ctx: RuleContext & { type: { name: string } }): void {
  if (typeof node !== 'object' || node === null || !TRANSLATED_TYPES.has(ctx.type.name)) return
  for (const [english, chinese] of Object.entries(TRANSLATIONS)) {
    const texts = node as Record<string, unknown>
    if (english === 'summary' && ctx.type.name === 'Info') continue
    if (typeof texts[english] === 'string' && !isChinese(texts[chinese])) {
      ctx.report({
        message: `\`${english}\` has no Chinese twin: add \`${chinese}\`, in Chinese.`,
        location: ctx.location.child([english]),
      })
    }
    if (texts[chinese] !== undefined && typeof texts[english] !== 'string') {
      ctx.report({
        message: `\`${chinese}\` has no English twin: add \`${english}\`.`,
        location: ctx.location.child([chinese]),
      })
    }
  }
}

// Redocly's names of the node types that carry texts of ours. Sample payloads have fields
// called `title` and `description` too; those are data.
const TRANSLATED_TYPES: ReadonlySet<string> = new Set([
  'Info',
  'Tag',
  'Server',
  'ExternalDocs',
  'Operation',
  'Parameter',
  'RequestBody',
  'Response',
  'Example',
  'Schema',
  'SecurityScheme',
])

function isChinese(text: unknown): boolean {
  return typeof text === 'string' && HAN.test(text)
}
