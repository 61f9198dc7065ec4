// WeCom's pages contradict themselves, and what is answered may have any type: so what is put out is
// read by these, which leave nothing out that came and throw for nothing.

/** An object with fields, or none: neither null nor a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A list out of a list, or of one thing. Nulls and an object without fields stand for nothing. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.filter((one) => one !== null && one !== undefined)
  const isNothing =
    value === undefined || (typeof value === 'object' && !Object.keys(value ?? {})[0])
  return isNothing ? [] : [value]
}

/** The fields of an entry of a list; what is no object becomes the field `value`. */
export function fieldsOf(entry: unknown): Record<string, unknown> {
  return isRecord(entry) ? entry : { value: entry }
}

/** Text for whatever came: as it is, or as JSON; empty for nothing. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return value === null || value === undefined ? '' : JSON.stringify(value)
}
