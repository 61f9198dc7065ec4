import type { Check, LintRule, Node, Problem } from './ruleContext.ts'

/** The texts that stand in both languages, the Chinese one as `x-title-zh`, say. */
export const TRANSLATED: string[] = ['title', 'summary', 'description']

const HAN = /\p{Script=Han}/u

/** Chinese and Latin letters or digits without a space between them. */
const CRAMPED = /\p{Script=Han}[A-Za-z0-9`]|[A-Za-z0-9`]\p{Script=Han}/u

/** The admin console's own labels, which are quoted as they are. */
const QUOTED = /“[^”]*”/g

/** What a native writer would not say, and what they would. */
const UNUSUAL: Record<string, string> = { 应答: '响应 or 返回' }

const checkTwins: Check = function* (node, { type }) {
  for (const english of TRANSLATED) {
    const chinese = `x-${english}-zh`
    if (english === 'summary' && type.name === 'Info') continue
    const isEnglish = typeof node[english] === 'string'
    if (isEnglish && !HAN.test(node[chinese])) {
      yield [`\`${english}\` has no Chinese twin: add \`${chinese}\`, in Chinese.`, english]
    }
    if (node[chinese] !== undefined && !isEnglish) {
      yield [`\`${chinese}\` has no English twin: add \`${english}\`.`, chinese]
    }
  }
  yield* checkChinese(node)
}

/** Every text under a key that ends in `-zh`, a list's too; and what belongs to our packages. */
function* checkChinese(node: Node | null, ...path: string[]): Iterable<Problem> {
  for (const [key, value] of Object.entries(node ?? {})) {
    if (key === 'x-packages') yield* checkChinese(value, ...path, key)
    if (!key.endsWith('-zh')) continue
    for (const text of [value].flat().map(String)) {
      const [cramped] = CRAMPED.exec(text.replaceAll(QUOTED, '“”')) ?? []
      const unusual = Object.keys(UNUSUAL).find((word) => text.includes(word))
      if (cramped) yield [`\`${key}\` needs a space in "${cramped}".`, ...path, key]
      if (unusual) yield [`\`${key}\` says ${unusual}; say ${UNUSUAL[unusual]}.`, ...path, key]
    }
  }
}

/**
 * Every English title, summary and description has its Chinese twin, no twin stands alone, and the
 * Chinese is written as Chinese documents are.
 */
export const bothLanguages: LintRule = {
  any: checkTwins,
  *Root({ 'x-errcodes': errcodes = {} }) {
    for (const [errcode, entry] of Object.entries(errcodes)) {
      yield* checkChinese(entry as Node, 'x-errcodes', errcode)
    }
  },
}
