/**
 * A list out of what the pages write as a list here and as one object there. Nothing, and an object
 * without fields, is an empty list.
 */
export function listOf<Item extends object>(value: Item | Item[] | undefined): Item[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  return Object.keys(value).length > 0 ? [value as Item] : []
}
