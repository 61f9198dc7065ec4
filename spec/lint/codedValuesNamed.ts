import type { RuleContext } from './ruleContext.ts'

const PER_VALUE = ['x-enum-varnames', 'x-enum-descriptions', 'x-enum-descriptions-zh'] as const
const OF_ITS_OWN = /^#\/components\/schemas\/[^/]+$/
const PASCAL_CASE = /^[A-Z][A-Za-z0-9]*$/

/**
 * Every coded value has a name in PascalCase and a description in both languages, in a schema of its
 * own: constants, labels and types are made from those.
 */
export function codedValuesNamed(): object {
  return { Schema: { enter: checkSchema } }
}

function checkSchema(schema: Record<string, unknown>, ctx: RuleContext): void {
  const values = schema.enum ?? schema['x-extensible-enum']
  if (!Array.isArray(values)) return
  if (!OF_ITS_OWN.test(ctx.location.pointer)) {
    ctx.report({
      message:
        'Coded values need a schema of their own: move this one to `components/schemas` under the name that its constants shall have, and refer to it.',
    })
  }
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
