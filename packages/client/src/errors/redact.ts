/** `text` without `secret` in any of the ways in which an address or JSON can write it. */
export function redact(text: string, secret: string): string {
  const inAddress = `${new URLSearchParams([['', secret]])}`.slice(1)
  const inJson = JSON.stringify(secret).slice(1, -1)
  return [...new Set([inAddress, encodeURIComponent(secret), inJson, secret])].reduce(
    (rest, written) => (written ? rest.replaceAll(written, () => '[redacted]') : rest),
    text,
  )
}

/**
 * A copy of what `fetch` or a store threw, without `secret`: only its name, message, code, stack and
 * cause, since its other fields can hold the whole request.
 */
export function cleanCause(thrown: unknown, secret: string, depth = 0): Error | undefined {
  const error = Object(thrown)
  // No `instanceof`: where tests run in a realm of their own, as Jest's do, `fetch` throws another's.
  if (!error.stack || depth > 3) return undefined
  const clean = (text: unknown) => redact(String(text), secret)
  const cause = cleanCause(error.cause, secret, depth + 1)
  const copy = new Error(clean(error.message), cause && { cause })
  const fields = { name: clean(error.name), stack: clean(error.stack) }
  return Object.assign(copy, fields, error.code && { code: clean(error.code) })
}
