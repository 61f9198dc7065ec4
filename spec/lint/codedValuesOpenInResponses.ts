import type { RuleContext } from './ruleContext.ts'

/**
 * Coded values are closed in requests (`enum`) and open in responses (`x-extensible-enum`): a value
 * that WeCom adds tomorrow must not break a caller, a type or the mock.
 */
export function codedValuesOpenInResponses(): object {
  return {
    RequestBody: { Schema: { enter: requireClosed } },
    Parameter: { Schema: { enter: requireClosed } },
    Response: { Schema: { enter: requireOpen } },
  }
}

function requireClosed(schema: Record<string, unknown>, ctx: RuleContext): void {
  if (schema['x-extensible-enum'] !== undefined) {
    ctx.report({ message: 'A coded value in a request is closed: use `enum`.' })
  }
}

function requireOpen(schema: Record<string, unknown>, ctx: RuleContext): void {
  if (schema.enum !== undefined) {
    ctx.report({ message: 'A coded value in a response is open: use `x-extensible-enum`.' })
  }
}
