import { Table } from 'console-table-printer'
import { stringify } from 'yaml'
import type { ControlAction } from '../../control/controlActions.ts'
import { resolved, type Schema } from '../../control/Schema.ts'
import { isJsonObject, type JsonObject } from '../../json.ts'

/** Of a cell, in columns of the terminal; what is longer is broken. */
const longestLine = 60

/** What an action answered, for people: a table of a list, a sentence where there is nothing to show. */
export function answerText(
  { answer: { description, schema } }: ControlAction,
  answer: unknown,
): string {
  if (Array.isArray(answer)) {
    return answer.length === 0 ? 'None.' : table(answer.filter(isJsonObject), itemSchema(schema))
  }
  if (isJsonObject(answer) && Object.keys(answer).length === 0) return description
  return stringify(answer, { lineWidth: 0 }).trimEnd()
}

function itemSchema({ items = {} }: Schema): Schema {
  return resolved(items)
}

function table(items: JsonObject[], schema: Schema): string {
  const names = schema['x-columns'] ?? Object.keys(schema.properties ?? {})
  const columns = names
    .map((name) => ({ name, values: items.map((item) => fieldAt(item, name)) }))
    .filter(({ values }) => values.some((value) => value !== undefined))
    .map(({ name, values }) => ({ name, alignment: alignment(values), ...width(values) }))
  const shown = new Table({ columns, shouldDisableColors: true })
  shown.addRows(
    items.map((item) =>
      Object.fromEntries(columns.map(({ name }) => [name, cell(fieldAt(item, name))])),
    ),
  )
  return shown.render()
}

/** Given only where it is needed: a shorter column would be padded to it. */
function width(values: unknown[]): { maxLen?: number } {
  return values.some((value) => cell(value).length > longestLine) ? { maxLen: longestLine } : {}
}

function alignment(values: unknown[]): 'left' | 'right' {
  return values.some((value) => typeof value === 'number') ? 'right' : 'left'
}

function fieldAt(item: JsonObject, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>((at, step) => (isJsonObject(at) ? at[step] : undefined), item)
}

function cell(value: unknown): string {
  if (value === undefined) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  // A request may hold anything; the terminal must not act on it.
  return text.replaceAll(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1))
}
