import type { RequestFilter } from '../journal/JournalEntry.ts'
import type { JsonObject } from '../json.ts'
import { ControlError } from './ControlError.ts'

const readers: Record<keyof RequestFilter, (value: unknown) => unknown> = {
  operation: (value) => (typeof value === 'string' ? value : undefined),
  valid: (value) => (/^(?:true|false)$/.test(String(value)) ? String(value) === 'true' : undefined),
  errcode: integer,
  after: integer,
}
const expected: Record<keyof RequestFilter, string> = {
  operation: 'an operationId',
  valid: 'true or false',
  errcode: 'an integer',
  after: 'an integer',
}

/** A filter from a query, where all is text, or from a body. */
export function requestFilter(fields: JsonObject): RequestFilter {
  const filter: JsonObject = {}
  for (const name of Object.keys(readers) as (keyof RequestFilter)[]) {
    const value = fields[name]
    if (value === undefined) continue
    filter[name] = readers[name](value)
    if (filter[name] === undefined) {
      const came = JSON.stringify(value)
      throw new ControlError(400, `${name} is ${came}; expected ${expected[name]}`)
    }
  }
  return filter
}

function integer(value: unknown): number | undefined {
  return /^-?\d{1,10}$/.test(String(value)) ? Number(value) : undefined
}
