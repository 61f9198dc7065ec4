// What WeCom's pages write in one type here and in another there is read in either, and what another
// version writes in a third does not take the rest of the response with it. Lists that are as they should be
// are handed on as they are: there are many.

/** Reads text, empty for nothing; anything else as its JSON, in which a number is its digits. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value
  try {
    return value == null ? '' : JSON.stringify(value)
  } catch {
    // `JSON.stringify` goes as deep as the stack does, some thousand levels.
    return '(nested too deep)'
  }
}

/** Reads a title as text; what stands where there is none is empty. */
export function toTitle(value: unknown): string {
  if (typeof value === 'string') return value
  return value === false || saysNothing(value) ? '' : toText(value)
}

/**
 * Makes text of an ID, in place: empty where it is neither text nor a number. A list or an object that says
 * something goes into `<name>_value`, or `<name>_value_value` where WeCom has that field.
 */
export function setId(fields: object, name: string): void {
  const record = fields as Record<string, unknown>
  const { [name]: value } = record
  const isId = typeof value === 'string' || typeof value === 'number'
  record[name] = isId ? toText(value) : ''
  if (typeof value !== 'object' || saysNothing(value)) return
  let beside = `${name}_value`
  while (beside in record) beside += '_value'
  record[beside] = value
}

/** Makes text of the IDs that are numbers, in place: beyond 2^53 they are text as well. */
export function setIds<Fields extends object>(fields: Fields): Fields {
  for (const name in fields) {
    if (name.endsWith('id') && typeof fields[name] === 'number') setId(fields, name)
  }
  return fields
}

/** Reads a list of texts, out of a list or of one text. */
export function toTexts(value: unknown): string[] {
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value
  return toEntries(value).map(toText)
}

/** Reads a list of objects as `toObjects` makes it, their IDs as text, in place. */
export function toList<Item extends object>(value: unknown): Item[] {
  const list = toObjects<Item>(value)
  list.forEach(setIds)
  return list
}

/**
 * Reads a list of objects, out of a list or of one object. An entry that says nothing is left out; one that is no
 * object becomes one, as its `value`.
 */
export function toObjects<Item extends object>(value: unknown): Item[] {
  if (Array.isArray(value) && value.every(isObject)) return value
  return toEntries(value)
    .filter((entry) => entry !== '' && entry !== false)
    .map((entry) => (typeof entry === 'object' ? entry : { value: entry }) as Item)
}

/** Reads one object, empty for nothing; several become the `value` of one. */
export function toObject<Fields extends object>(value: unknown): Partial<Fields> {
  const [fields = {}, ...others] = toList<object>(value)
  return others.length > 0 ? ({ value: [fields, ...others] } as object) : fields
}

/** Whether a value is one of those that stand where there is none. */
export function saysNothing(value: unknown): boolean {
  return /^(\[\]|\{\}|\s*)$/.test(toText(value))
}

/**
 * Moves what a field's second name says to its first, in place. Where both say something else, both stay.
 *
 * @param second What pages call the field that elsewhere is `first`; it counts only where that says nothing.
 */
export function uniteNames(fields: object, first: string, second: string): void {
  const record = fields as Record<string, unknown>
  const { [first]: value, [second]: other } = record
  if (!saysNothing(other) && value !== other) {
    if (!saysNothing(value)) return
    record[first] = other
  }
  delete record[second]
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads the entries of lists in lists. An object without fields is how some languages write an empty list. */
function toEntries(value: unknown): unknown[] {
  const entries: unknown[] = []
  // Lists may be nested deeper than the stack.
  const isEmpty = typeof value === 'object' && Object.keys(value ?? {}).length === 0
  const rest = isEmpty ? [] : [value]
  while (rest.length > 0) {
    const entry = rest.pop()
    if (Array.isArray(entry)) for (const inner of entry.toReversed()) rest.push(inner)
    else if (entry != null) entries.push(entry)
  }
  return entries
}
