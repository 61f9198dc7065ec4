const REDACTED = '[redacted]'
const decoder = new TextDecoder()
/** The escapes of addresses, forms and JSON. */
const ESCAPES = /(?:%[\da-fA-F]{2})+|\\(?:u[\da-fA-F]{4}|["\\/bfnrt])|\+/g

function decode(escaped: string): string {
  if (escaped === '+') return ' '
  if (escaped.startsWith('\\')) return JSON.parse(`"${escaped}"`)
  return decoder.decode(
    Uint8Array.from(escaped.slice(1).split('%'), (byte) => Number.parseInt(byte, 16)),
  )
}

/** `text` with all escapes decoded. An address can be in JSON, and that in an address; nothing is nested deeper. */
function toPlain(text: string): string {
  let plain = text
  for (let layer = 0, before = ''; layer < 5 && plain !== before; layer++) {
    before = plain
    plain = before.replace(ESCAPES, decode)
  }
  return plain.toLowerCase()
}

/**
 * `text` without `secret` in any of the ways in which an address, a form or JSON can write it. Where it is
 * written with escapes, all of the text is decoded. Takes time that grows with both alone.
 */
export function redact(text: string, secret: string): string {
  if (!secret) return text
  const clean = text.replaceAll(secret, REDACTED)
  const plain = toPlain(clean)
  const plainSecret = toPlain(secret)
  return plain.includes(plainSecret) ? plain.replaceAll(plainSecret, REDACTED) : clean
}

/** What is quoted, and every word: an error of a store may repeat a token that nobody knows here. */
const QUOTED_OR_WORD = /"[^"]*"|'[^']*'|`[^`]*`|[\w-]+(?:\.[\w-]+)*/g

/** A text of a store without `secret` and without what may be another token: what no word of prose is. */
export function redactUnknown(text: string, secret: string): string {
  return redact(text, secret).replace(QUOTED_OR_WORD, (found) =>
    /^[A-Za-z_.-]{1,19}$|^[\d.]+$/.test(found) ? found : REDACTED,
  )
}
