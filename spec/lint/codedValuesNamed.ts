import type { RuleContext } from './ruleContext.ts'

const PER_VALUE = ['x-enum-varnames', 'x-enum-descriptions', 'x-enum-descriptions-zh'] as const
const PASCAL_CASE = /^[A-Z][A-Za-z0-9]*$/

/** Every coded value has a name in PascalCase and a description in both languages. */
export function codedValuesNamed(): object {
  return { Schema: { enter: checkSchema } }
}

function checkSchema(schema: Record<string, unknown>, ctx: RuleContext): void {
  const values = schema.enum ?? schema['x-extensible-enum']
  if (!Array.isArray(values)) return
  for (const keyword of PER_VALUE) {
    const texts = schema[keyword]
    if (!Array.isArray(texts) || texts.length !== values.length) {
      const found = Array.isArray(texts) ? `${texts.length} entries` : 'nothing'
      ctx.report({
        message: `\`${keyword}\` needs one entry for each of the ${values.length} values; found ${found}.`,
      })
    }
  }
  checkNames(schema['x-enum-varnames'], ctx)
}

function checkNames(names: unknown, ctx: RuleContext): void {
  if (!Array.isArray(names)) return
  for (const [index, name] of names.entries()) {
    if (!PASCAL_CASE.test(String(name))) {
      ctx.report({
        message: `The coded value's name ${JSON.stringify(name)} must be PascalCase text.`,
        location: ctx.location.child(['x-enum-varnames', index]),
      })
    }
  }
  if (new Set(names).size !== names.length) {
    ctx.report({ message: 'Two coded values have the same name.' })
  }
}
