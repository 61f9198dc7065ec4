// What WeCom's pages write in one type here and in another there is read in either, and what another
// version writes in a third does not take the rest of the response with it. Lists that are as they should be
// are handed on as they are: there are many.

/** Reads text, empty for nothing; anything else as its JSON, in which a number is its digits. */
export function toText(value: unknown): string {
  return typeof value === 'string' ? value : value == null ? '' : JSON.stringify(value)
}

/** Reads a list of texts, out of a list or of one text. */
export function toTexts(value: unknown): string[] {
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value
  return toEntries(value).map(toText)
}

/**
 * Reads a list of objects, out of a list or of one object. An entry that says nothing is left out; one that is no
 * object becomes one, as its `value`.
 */
export function toList<Item extends object>(value: unknown): Item[] {
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

/** Whether further pages follow; where a page does not say, they do while there is a cursor. */
export function hasMore(page: { has_more?: unknown; next_cursor: string }): boolean {
  const said = toText(page.has_more)
  return /^(true|1)$/.test(said) || (page.next_cursor !== '' && !/^(false|0)$/.test(said))
}

/**
 * Moves what a field's second name says to its first, in place.
 *
 * @param second What pages call the field that elsewhere is `first`; it counts only where that says nothing.
 */
export function uniteNames(fields: object, first: string, second: string): void {
  const record = fields as Record<string, unknown>
  const { [first]: value, [second]: other } = record
  delete record[second]
  if ((value == null || value === '') && other != null) record[first] = other
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object without fields is how some languages write an empty list. */
function toEntries(value: unknown): unknown[] {
  const isEmpty = typeof value === 'object' && Object.keys(value ?? {}).length === 0
  return isEmpty ? [] : [value].flat(Number.POSITIVE_INFINITY).filter((entry) => entry != null)
}
