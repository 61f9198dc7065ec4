/**
 * What was entered, without spaces around it.
 *
 * @throws if that is nothing. The editor only sees that a field is empty where no expression fills it.
 */
export function requiredText(entered: unknown, displayName: string): string {
  const text = String(entered ?? '').trim()
  if (text !== '') return text
  throw new Error(`${displayName} is empty: enter one, or correct the expression that gives it.`)
}
