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
export function toPlain(text: string): string {
  let plain = text
  for (let layer = 0, before = ''; layer < 5 && plain !== before; layer++) {
    before = plain
    plain = before.replace(ESCAPES, decode)
  }
  return plain.toLowerCase()
}

/** How often longer than a secret the longest of its writings is: three layers of `%25`, with something to spare. */
const LONGEST_WRITING = 40

/**
 * `text` without `secret` in any of the ways in which an address, a form or JSON can write it, cut off after
 * `longest` characters. Where it is written with escapes, all of the text is decoded.
 */
export function redact(text: string, secret: string, longest = 10_000): string {
  // Behind the cut a part of the secret may stay, which nothing would find.
  const margin = LONGEST_WRITING * secret.length
  const isCut = text.length > longest + margin
  let clean = isCut ? text.slice(0, longest + margin) : text
  if (secret) {
    clean = clean.replaceAll(secret, REDACTED)
    const plain = toPlain(clean)
    const plainSecret = toPlain(secret)
    if (plain.includes(plainSecret)) clean = plain.replaceAll(plainSecret, REDACTED)
  }
  if (isCut) clean = clean.slice(0, clean.length - margin)
  return isCut || clean.length > longest ? `${clean.slice(0, longest)}…` : clean
}

/** What is quoted, and every word: an error of a store may repeat a token that nobody knows here. */
const QUOTED_OR_WORD = /"[^"]*"|'[^']*'|`[^`]*`|[\w-]+(?:\.[\w-]+)*/g
/** Short, and not with capitals here and there, as a token has; an address. */
const PROSE = /^(?!.*(?:[A-Z]{2}[a-z]|[a-z][A-Z](?![a-z]{2})))[A-Za-z_.-]{1,19}$|^[\d.]+$/

/** A text of a store without `secret` and without what may be another token: what no word of prose is. */
export function redactUnknown(text: string, secret: string): string {
  return redact(text, secret).replace(QUOTED_OR_WORD, (found) =>
    PROSE.test(found) ? found : REDACTED,
  )
}
