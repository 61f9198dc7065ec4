/** Names of fields that open something: a meeting, a hosts' key, an account. */
const telling = /token|secret|password|key/i
const longest = 500

/** A value for those who ask for values, as JSON; fields that open something stay hidden. */
export function shownValue(place: string, value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (telling.test(place)) return '***'
  const text = JSON.stringify(value, (name, inner) => (telling.test(name) ? '***' : inner))
  return text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text
}
