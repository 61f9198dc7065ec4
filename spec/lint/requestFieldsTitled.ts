import type { RuleContext } from './ruleContext.ts'

interface Schema {
  title?: unknown
  properties?: Record<string, unknown>
  anyOf?: unknown[]
  allOf?: unknown[]
}

/** Every field of a request body has a title: forms label their fields with it. */
export function requestFieldsTitled(): object {
  return { RequestBody: { enter: checkBody } }
}

function checkBody({ content }: Body, ctx: RuleContext): void {
  const titled = (schema: unknown) => typeof resolved(schema, ctx).title === 'string'
  const untitled = fieldsOf(content?.['application/json']?.schema, ctx)
    .filter(([, schema]) => !titled(schema))
    .map(([name]) => name)
  for (const name of new Set(untitled)) {
    ctx.report({
      message: `The request field \`${name}\` has no title: add \`title\` and \`x-title-zh\`, the label that forms show.`,
    })
  }
}

interface Body {
  content?: Record<string, { schema?: unknown }>
}

function fieldsOf(schema: unknown, ctx: RuleContext): [name: string, schema: unknown][] {
  const { properties = {}, anyOf = [], allOf = [] } = resolved(schema, ctx)
  const parts = [...anyOf, ...allOf].flatMap((part) => fieldsOf(part, ctx))
  return [...Object.entries(properties), ...parts]
}

/** What a `$ref` points to; what stands beside the `$ref` counts more. */
function resolved(schema: unknown, ctx: RuleContext): Schema {
  return { ...(ctx.resolve(schema).node as Schema | undefined), ...(schema as Schema) }
}
