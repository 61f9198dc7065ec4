import { isJsonObject } from '../json.ts'
import rows from './contradictions.json' with { type: 'json' }
import { typeName } from './describe.ts'

/**
 * The open rows of spec/CONTRADICTIONS.md on which a single response can show something, and what it
 * means that the field has this type, any type (`present`), or is `absent`: only where that shows
 * something, for many fields come under conditions. What is settled is not accepted in its other
 * form any more, so that it would be a violation.
 */
export const contradictions = rows as unknown as readonly (readonly [
  row: number,
  operationId: string,
  field: string,
  means: Readonly<Record<string, string>>,
])[]

/** What one response, which carries data, shows about rows of spec/CONTRADICTIONS.md. */
export interface Evidence {
  row: number
  operationId: string
  field: string
  /** The JSON type of the field, or `absent`. */
  actual: string
  supports: string
}

export function findEvidence(id: string, body: unknown): Evidence[] {
  return contradictions.flatMap(([row, operationId, field, meanings]) => {
    if (operationId !== id) return []
    const types = new Set(findValues(body, field.split('.')).map(typeName))
    return (types.size > 0 ? [...types] : ['absent']).flatMap((actual) => {
      const supports = meanings[actual] ?? (actual === 'absent' ? undefined : meanings.present)
      return supports ? { row, operationId, field, actual, supports } : []
    })
  })
}

/** Every value of the field, through the lists on the way. */
function findValues(value: unknown, [name, ...rest]: string[]): unknown[] {
  if (name === undefined) return [value]
  return [value].flat().flatMap((one) => {
    return isJsonObject(one) && Object.hasOwn(one, name) ? findValues(one[name], rest) : []
  })
}
