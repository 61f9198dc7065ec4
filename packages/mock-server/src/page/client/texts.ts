import file from './texts.json' with { type: 'json' }

export type PageLanguage = 'en' | 'zh'
/** What the page itself says; all that concerns the API comes from the spec. */
export type Texts = Record<keyof typeof file.texts, string>

/** What a field must be; `max` is of its numbers, of which the first must not be the larger. */
export interface InputRule {
  pattern: string
  max?: number
  expected: Record<PageLanguage, string>
}

/** What a fault does: how it and its value are called, and what is sent for it. */
interface Effect extends Record<PageLanguage, { name: string; value: string }> {
  example: string
  rule: InputRule
  set?: object
}

export type EffectName = keyof typeof file.effects

export const effects: Record<EffectName, Effect> = file.effects
export const rules: Record<string, InputRule> = file.rules
export const texts: Record<PageLanguage, Texts> = { en: textsIn(0), zh: textsIn(1) }
/** In the chosen language. */
export const words: Texts = { ...texts.en }

function textsIn(column: number): Texts {
  const rows = Object.entries(file.texts).map(([name, row]) => [name, row[column]])
  return Object.fromEntries(rows)
}

/** A text with its `{name}`s filled in. */
export function fill(text: string, values: Record<string, string | number | undefined>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ''))
}
