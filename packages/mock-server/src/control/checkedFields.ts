import { deepestNesting, isNestedDeeper, type JsonObject } from '../json.ts'
import { ControlError } from './ControlError.ts'
import { type ControlAction, controlActions } from './controlActions.ts'

let actions: ReadonlyMap<string, ControlAction> | undefined

/**
 * The fields, if they are those that the document has for this control.
 *
 * @throws {ControlError} naming the field that it does not have.
 */
export function checkedFields(name: string, fields: JsonObject): JsonObject {
  actions ??= new Map(controlActions().map((action) => [action.name, action]))
  const { fields: described = [], open = true } = actions.get(name) ?? {}
  const known = described.map((field) => field.name)
  const unknown = open ? undefined : Object.keys(fields).find((field) => !known.includes(field))
  if (unknown !== undefined) {
    const has = known.length === 0 ? 'none' : known.join(', ')
    throw new ControlError(400, `${name} has no field ${unknown}; it has ${has}`)
  }
  if (isNestedDeeper(fields)) {
    throw new ControlError(400, `the fields are nested more than ${deepestNesting} deep`)
  }
  return fields
}
