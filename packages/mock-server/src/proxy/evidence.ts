import { isJsonObject } from '../json.ts'
import { contradictions } from './contradictions.ts'
import { typeName } from './valueShape.ts'

/** What one answer says about a row of spec/CONTRADICTIONS.md. */
export interface Evidence {
  row: number
  operationId: string
  field: string
  /** The JSON type of what came, or `absent`. */
  came: string
  says: string
}

/** @param body the body of an answer that carries data. */
export function evidence(operationId: string, body: unknown): Evidence[] {
  return contradictions
    .filter((contradiction) => contradiction.operationId === operationId)
    .flatMap(({ row, field, says }) => {
      const types = new Set(valuesOf(body, field.split('.')).map(typeName))
      const came = types.size === 0 ? ['absent'] : [...types]
      return came.flatMap((type) => {
        const meaning = says[type] ?? (type === 'absent' ? undefined : says.present)
        return meaning ? [{ row, operationId, field, came: type, says: meaning }] : []
      })
    })
}

/** Every value that the field has, gone through the lists on the way. */
function valuesOf(value: unknown, [name, ...rest]: string[]): unknown[] {
  if (name === undefined) return [value]
  if (Array.isArray(value)) return value.flatMap((element) => valuesOf(element, [name, ...rest]))
  if (!isJsonObject(value) || !Object.hasOwn(value, name)) return []
  return valuesOf(value[name], rest)
}
