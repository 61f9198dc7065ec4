import type { RuleContext } from './ruleContext.ts'

const TRANSLATIONS = {
  title: 'x-title-zh',
  summary: 'x-summary-zh',
  description: 'x-description-zh',
} as const

const HAN = /\p{Script=Han}/u

/** Chinese and Latin letters or digits without a space between them. */
const CRAMPED = /\p{Script=Han}[A-Za-z0-9`]|[A-Za-z0-9`]\p{Script=Han}/u

/** The admin console's own labels, which are quoted as they are. */
const QUOTED = /“[^”]*”/g

/** What a native writer would not say, and what they would. */
const UNUSUAL: Record<string, string> = { 应答: '响应 or 返回' }

/**
 * Every English title, summary and description has its Chinese twin, no twin stands alone, and the
 * Chinese is written as Chinese documents are.
 */
export function bothLanguages(): object {
  return {
    any: { enter: checkNode },
    Root: {
      enter(root: Record<string, unknown>, ctx: RuleContext) {
        const errcodes = Object.entries((root['x-errcodes'] ?? {}) as Record<string, object>)
        for (const [code, entry] of errcodes) checkChinese(entry, ['x-errcodes', code], ctx)
      },
    },
  }
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
  checkChinese(node, [], ctx)
}

/** Every text under a key that ends in `-zh`, a list's too; and what belongs to our packages. */
function checkChinese(node: object, path: string[], ctx: RuleContext): void {
  for (const [key, value] of Object.entries(node)) {
    if (key === 'x-packages') checkChinese(value as object, [...path, key], ctx)
    if (!key.endsWith('-zh')) continue
    for (const text of [value].flat())
      checkText(String(text), key, ctx.location.child([...path, key]), ctx)
  }
}

function checkText(
  text: string,
  key: string,
  location: RuleContext['location'],
  ctx: RuleContext,
): void {
  const [cramped] = CRAMPED.exec(text.replaceAll(QUOTED, '“”')) ?? []
  const [unusual] = Object.keys(UNUSUAL).filter((word) => text.includes(word))
  if (cramped) {
    ctx.report({ message: `\`${key}\` needs a space in "${cramped}".`, location })
  }
  if (unusual) {
    ctx.report({ message: `\`${key}\` says ${unusual}; say ${UNUSUAL[unusual]}.`, location })
  }
}

// Redocly's names of the node types that carry texts of ours. Sample payloads have fields
// called `title` and `description` too; those are data.
const TRANSLATED_TYPES: ReadonlySet<string> = new Set([
  'Info',
  'Tag',
  'Server',
  'ServerVariable',
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
