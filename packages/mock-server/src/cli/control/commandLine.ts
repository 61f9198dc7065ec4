import type { ControlAction } from '../../control/controlActions.ts'
import type { JsonObject } from '../../json.ts'
import { shellQuoted } from '../shellQuoted.ts'

/** `slowBody` and `meeting_code` as a shell has them: `slow-body`, `meeting-code`. */
export function kebabCase(name: string): string {
  return name.replaceAll('_', '-').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** The command line that does what an example of the document does. */
export function commandLine({ name, fields, open }: ControlAction, example: JsonObject): string {
  const known = new Set(fields.map((field) => field.name))
  const parts = fields.flatMap((field) =>
    example[field.name] === undefined ? [] : words(field, example[field.name]),
  )
  const others = Object.entries(example).filter(([other]) => !known.has(other))
  if (open && others.length > 0) {
    parts.push('--fields', JSON.stringify(Object.fromEntries(others)))
  }
  return ['wecom-meeting-mock control', kebabCase(name), ...parts.map(word)].join(' ')
}

function words({ name, required, schema }: ControlAction['fields'][number], value: unknown) {
  const option = required ? [] : [`--${kebabCase(name)}`]
  if (schema.const === true) return option
  return [...option, text(value)]
}

function text(value: unknown): string {
  if (typeof value === 'string') return value
  const isRange = Array.isArray(value) && value.every((part) => typeof part === 'number')
  if (isRange) return value.join('-')
  const [only, ...more] = Array.isArray(value) ? value : []
  return typeof only === 'string' && more.length === 0 ? only : JSON.stringify(value)
}

/** Plain where a shell takes it so, which reads better. */
function word(part: string): string {
  return /^[\p{L}\d.,:/@_=-]+$/u.test(part) ? part : shellQuoted(part)
}

/** @param each how many of an action's examples there is room for. */
export function examplesText(
  actions: readonly ControlAction[],
  { each = Number.POSITIVE_INFINITY }: { each?: number } = {},
): string {
  const lines = actions.flatMap((action) =>
    action.examples.slice(0, each).map((example) => `  ${commandLine(action, example)}`),
  )
  return lines.length === 0 ? '' : ['', 'Examples:', ...lines].join('\n')
}
