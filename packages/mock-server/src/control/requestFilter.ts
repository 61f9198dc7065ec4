import type { RequestFilter } from '../journal/JournalEntry.ts'
import type { JsonObject } from '../json.ts'
import { ControlError } from './ControlError.ts'

const readers: Record<keyof RequestFilter, (value: unknown) => unknown> = {
  operation: (value) => (typeof value === 'string' ? value : undefined),
  valid: (value) => ({ true: true, false: false })[String(value)],
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
  for (const [name, value] of Object.entries(fields)) {
    const read = readers[name as keyof RequestFilter]
    if (!read) {
      const known = Object.keys(readers).join(', ')
      throw new ControlError(400, `there is no filter ${name}; there are ${known}`)
    }
    filter[name] = read(value)
    if (filter[name] === undefined) {
      const wanted = expected[name as keyof RequestFilter]
      throw new ControlError(400, `${name} is ${JSON.stringify(value)}; expected ${wanted}`)
    }
  }
  return filter
}

function integer(value: unknown): number | undefined {
  return /^-?\d{1,10}$/.test(String(value)) ? Number(value) : undefined
}
