export const umbrellaKeywords: ReadonlySet<unknown> = new Set(['anyOf', 'oneOf', 'if', 'allOf'])
