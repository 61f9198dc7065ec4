import type { RuleContext } from './ruleContext.ts'

type Node = Record<string, unknown>

/**
 * Coded values are closed in requests (`enum`) and open in responses (`x-extensible-enum`): a value
 * that WeCom adds tomorrow must not break a caller, a type or the mock.
 *
 * It follows the references itself: Redocly shows a rule each component once, whoever refers to it.
 */
export function codedValuesOpenInResponses(): object {
  return {
    RequestBody: { enter: (node: Node, ctx: RuleContext) => reportAll(node, ctx, CLOSED) },
    Parameter: { enter: (node: Node, ctx: RuleContext) => reportAll(node, ctx, CLOSED) },
    Response: { enter: (node: Node, ctx: RuleContext) => reportAll(node, ctx, OPEN) },
  }
}

const CLOSED = {
  forbidden: 'x-extensible-enum',
  message: 'A coded value in a request is closed: use `enum`.',
}
const OPEN = {
  forbidden: 'enum',
  message: 'A coded value in a response is open: use `x-extensible-enum`.',
}

function reportAll(node: Node, ctx: RuleContext, rule: typeof CLOSED): void {
  const seen = new Set<unknown>()
  const follow = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    const { $ref, examples: _, example: __, ...rest } = value as Node
    if (Array.isArray(rest[rule.forbidden])) {
      ctx.report({ message: `${rule.message} Found ${JSON.stringify(rest[rule.forbidden])}.` })
    }
    if (typeof $ref === 'string') follow(ctx.resolve({ $ref }).node)
    for (const child of Object.values(rest)) follow(child)
  }
  follow(node)
}
