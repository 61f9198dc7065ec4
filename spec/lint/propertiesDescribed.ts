import type { RuleContext } from './ruleContext.ts'

/** Every parameter and every property of a schema says what it means, itself or where its `$ref` leads. */
export function propertiesDescribed(): object {
  return {
    SchemaProperties: { enter: checkProperties },
    Parameter: { enter: requireDescription },
  }
}

function checkProperties(properties: Record<string, unknown>, ctx: RuleContext): void {
  for (const [name, property] of Object.entries(properties)) {
    const described = hasDescription(property) || hasDescription(ctx.resolve(property).node)
    if (!described) {
      ctx.report({
        message: `The property \`${name}\` has no description: add \`description\` and \`x-description-zh\`.`,
        location: ctx.location.child([name]),
      })
    }
  }
}

function requireDescription(parameter: unknown, ctx: RuleContext): void {
  if (!hasDescription(parameter))
    ctx.report({
      message: 'The parameter has no description: add `description` and `x-description-zh`.',
    })
}

function hasDescription(node: unknown): boolean {
  return typeof (node as { description?: unknown } | undefined)?.description === 'string'
}
