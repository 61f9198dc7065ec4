/**
 * A path as people write it, the same for every element of a list: `enroll_list[].status`.
 *
 * @param path from the body down, as a validator gives it.
 */
export function fieldPlace(path: readonly string[]): string {
  return path
    .map((key) => (/^\d+$/.test(key) ? '[]' : `.${plainName(key)}`))
    .join('')
    .replace(/^\./, '')
}

/** The value that a path leads to; undefined when it leads nowhere. */
export function valueAt(body: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    return (value as Record<string, unknown>)[key]
  }, body)
}

/** A field's name, but where a service uses IDs or people's names as field names only their form. */
export function plainName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_-]{0,39}$/.test(name) ? name : `<${name.length} characters>`
}
