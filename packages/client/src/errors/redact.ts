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
  if (!(thrown instanceof Error) || depth > 3) return undefined
  const clean = (text: unknown) => redact(String(text), secret)
  const cause = cleanCause(thrown.cause, secret, depth + 1)
  const copy = new Error(clean(thrown.message), cause && { cause })
  const { code } = thrown as { code?: unknown }
  const fields = { name: clean(thrown.name), stack: clean(thrown.stack) }
  return Object.assign(copy, fields, code ? { code: clean(code) } : undefined)
}
