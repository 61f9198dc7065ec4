import type { RequestFilter } from '../journal/JournalEntry.ts'
import type { JsonObject } from '../json.ts'
import { ControlError } from './ControlError.ts'

const rules: Record<keyof RequestFilter, [isRight: (value: unknown) => boolean, expected: string]> =
  {
    operation: [(value) => typeof value === 'string', 'an operationId'],
    valid: [(value) => typeof value === 'boolean', 'true or false'],
    errcode: [Number.isSafeInteger, 'an integer'],
    after: [Number.isSafeInteger, 'an integer'],
  }

/** A filter from a query, where all is text. */
export function queryFilter(fields: JsonObject): RequestFilter {
  return requestFilter(
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        name === 'operation' ? value : read(value),
      ]),
    ),
  )
}

function read(text: unknown): unknown {
  if (text === 'true' || text === 'false') return text === 'true'
  return typeof text === 'string' && /^-?\d{1,10}$/.test(text) ? Number(text) : text
}

/** A filter from a body. */
export function requestFilter(fields: JsonObject): RequestFilter {
  const names = Object.keys(rules) as (keyof RequestFilter)[]
  const given = names.filter((name) => fields[name] !== undefined)
  for (const name of given) {
    const [isRight, expected] = rules[name]
    if (isRight(fields[name])) continue
    const came = JSON.stringify(fields[name])
    throw new ControlError(400, `${name} is ${came}; expected ${expected}`)
  }
  return Object.fromEntries(given.map((name) => [name, fields[name]]))
}
