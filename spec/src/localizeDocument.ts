type JsonObject = Record<string, unknown>

/** A language of the document's texts. */
export type Language = 'en' | 'zh'

const chineseText = /^x-(.+)-zh$/

/**
 * The OpenAPI document in one language. For Chinese every text gives way to the `x-…-zh` beside it; in
 * both languages these are taken out, and the coded values are written into the descriptions, for no
 * reference shows `x-extensible-enum`.
 */
export function localizeDocument(
  document: Record<string, unknown>,
  language: Language,
): Record<string, unknown> {
  return localize(document, language) as JsonObject
}

function localize(node: unknown, language: Language): unknown {
  if (Array.isArray(node)) return node.map((element) => localize(element, language))
  if (typeof node !== 'object' || node === null) return node
  const entries = Object.entries(node)
  const texts: JsonObject = Object.fromEntries(entries.filter(([name]) => !chineseText.test(name)))
  for (const [name, text] of language === 'zh' ? entries : []) {
    const [, twin] = chineseText.exec(name) ?? []
    // A tag's shown name has no English twin: its name is English.
    if (twin) texts[twin in texts ? twin : `x-${twin}`] = text
  }
  const localized = Object.entries(texts).map(([name, value]) => [name, localize(value, language)])
  return describeCodedValues(Object.fromEntries(localized))
}

function describeCodedValues(node: JsonObject): JsonObject {
  const values = node['x-extensible-enum'] ?? node.enum
  const meanings = node['x-enum-descriptions']
  if (!Array.isArray(values) || !Array.isArray(meanings)) return node
  const list = values.map((value, index) => `- \`${value}\`: ${meanings[index]}`)
  return { ...node, description: [node.description ?? '', '', ...list].join('\n').trim() }
}
