/** The name of a schema or a resource as that of a variable, a field or a file. */
export function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** The name of a field or a file as that of a type. */
export function raised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
