import file from './texts.json' with { type: 'json' }

export type Language = 'en' | 'zh'
export type EffectName = keyof typeof file.effects
/** What the page itself says; all that concerns the API comes from the spec. */
export type Texts = Record<keyof typeof file.texts, string>

export const effectNames: EffectName[] = Object.keys(file.effects) as EffectName[]

export function textsIn(language: Language): Texts {
  const pairs = Object.entries(file.texts).map(([name, pair]) => [name, pick(pair, language)])
  return Object.fromEntries(pairs)
}

/** What an effect of a fault is called, what its value is called, and an example of it. */
export function effectTexts(
  effect: EffectName,
  language: Language,
): { name: string; value: string; example: string } {
  const { name, value, example } = file.effects[effect]
  return { name: pick(name, language), value: pick(value, language), example }
}

function pick([en = '', zh = '']: readonly string[], language: Language): string {
  return language === 'en' ? en : zh
}

/** A text with its `{name}`s filled in. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ''))
}
