import type { Departure, DepartureKind } from './Departure.ts'
import { fieldPlace, plainName, valueAt } from './fieldPlace.ts'
import type { RequestProblem } from './requestProblems.ts'
import { codeShape, valueShape } from './valueShape.ts'

/** Where a problem stands and what was sent: `body` and, of a request, `query`. */
export interface Sent {
  side: Departure['side']
  body: unknown
  query?: unknown
}

const kinds: Readonly<Record<string, DepartureKind>> = {
  required: 'missing-field',
  unevaluatedProperties: 'undocumented-field',
  enum: 'undocumented-value',
}

/** What a validator found, in terms of the spec and without the values that came. */
export function departureOf(problem: RequestProblem, sent: Sent): Departure {
  const kind = kinds[problem.keyword] ?? 'invalid'
  const path = pathTo(problem, kind)
  const value = valueAt(sent, path)
  const [where, ...field] = path
  const place = fieldPlace(where === 'query' ? path : field)
  const shape = kind === 'undocumented-value' ? codeShape : valueShape
  return {
    side: sent.side,
    kind,
    place,
    expected: expected(problem, kind),
    came: shape(value),
    value,
  }
}

/** Problems with a field that is missing, or should be, are reported on what it should be in. */
function pathTo({ path, message }: RequestProblem, kind: DepartureKind): string[] {
  const names = quotedNames(message)
  if (kind === 'undocumented-field') return [...path, ...names]
  if (kind === 'missing-field' && names.length === 1) return [...path, ...names]
  return path
}

function expected({ message, path }: RequestProblem, kind: DepartureKind): string {
  if (kind === 'undocumented-field') return 'no field of this name'
  if (kind === 'missing-field') {
    return `${quotedNames(message).map(plainName).join(' or ') || 'a body'}, required`
  }
  // Prism's messages begin with where the problem is, which the place says already.
  const subject = path.slice(1).join('.')
  return message
    .replace(/(?<=must be [a-z]+),(?=[a-z]+$)/, ' or ')
    .replaceAll(subject === '' ? '\0' : ` ${subject} `, ' ')
    .replaceAll(/(?:Request|Response) (?:body|query)(?: property| parameter)? /g, '')
    .replaceAll(' or must be ', ' or ')
    .replace('must be equal to one of the allowed values: ', 'one of ')
}

function quotedNames(message: string): string[] {
  return Array.from(
    message.matchAll(/(?:property|properties:) '([^']*)'/g),
    ([, name]) => name ?? '',
  )
}
