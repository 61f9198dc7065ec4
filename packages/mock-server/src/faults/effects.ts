import control from '../generated/control.json' with { type: 'json' }
import type { Fault } from './Fault.ts'

type Name = keyof Fault

/** Of these a fault has at most one. */
const effects = control.components.schemas.Fault['x-effects'] as Name[]
/** These go with any of them, or alone. */
const modifiers: Name[] = ['latency', 'status', 'headers']
/** These take the place of the normal response. */
const replacements: Name[] = ['errcode', 'body', 'html']

/** Whether the response shows more of a fault than that it comes late. */
export function isShown(fault: Fault): boolean {
  return [...effects, 'status' as const, 'headers' as const].some(
    (name) => fault[name] !== undefined,
  )
}

/** Whether a fault sends something else, as if the call had never come through. */
export function isReplacement(fault: Fault): boolean {
  return replacements.some((name) => fault[name] !== undefined)
}

/** What is wrong with a fault's effects taken together. */
export function findWrongEffects(fault: Fault): string | undefined {
  const given = effects.filter((name) => fault[name] !== undefined)
  if (given.length > 1) return `a fault has one effect, this one has ${given.join(' and ')}`
  if (fault.applied === false && fault.drop !== 'before' && !isReplacement(fault)) {
    return 'applied is false, but the fault shows the normal response; use it with errcode, body, html or drop "before"'
  }
  if ([...effects, ...modifiers].some((name) => fault[name] !== undefined)) return undefined
  return `a fault needs an effect: ${[...effects, ...modifiers.slice(0, -1)].join(', ')} or ${modifiers.at(-1)}`
}
