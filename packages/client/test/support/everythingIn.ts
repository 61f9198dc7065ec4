/**
 * All text that can be reached from a value: messages, stacks, causes, hidden fields and symbols
 * included, as an inspector would show it, and its JSON.
 */
export function everythingIn(value: unknown): string {
  const seen = new Set<unknown>()
  const texts: string[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return void texts.push(String(node))
    if (seen.has(node)) return
    seen.add(node)
    for (const key of Reflect.ownKeys(node)) {
      texts.push(String(key))
      visit((node as Record<PropertyKey, unknown>)[key])
    }
  }
  visit(value)
  return `${texts.join('\n')}\n${JSON.stringify(value)}`
}
