const encoder = new TextEncoder()
const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0')

/** `text` without `secret` in any of the ways in which an address, a form or JSON can write it. */
export function redact(text: string, secret: string): string {
  if (!secret) return text
  const inJson = JSON.stringify(secret).slice(1, -1)
  return [inJson, inJson.replaceAll('/', '\\/')]
    .reduce((rest, written) => rest.replaceAll(written, '[redacted]'), text)
    .replace(anyWriting(secret), '[redacted]')
}

/**
 * Matches `secret` with each character as it is, percent-encoded, or as `\uXXXX`. No two of these begin
 * alike and go on alike, so there is nothing to try twice. Letter case does not count in the escapes;
 * that it does not elsewhere either costs nothing.
 */
function anyWriting(secret: string): RegExp {
  const writings = Array.from(secret, (character) => {
    const units = character.split('').map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`)
    const bytes = Array.from(encoder.encode(character), (byte) => `%${hex(byte, 2)}`)
    const inJson = units.map((unit) => `\\${unit}`)
    const inForm = character === ' ' ? '|\\+' : ''
    return `(?:${units.join('')}|${bytes.join('')}|${inJson.join('')}${inForm})`
  })
  return new RegExp(writings.join(''), 'gi')
}

/** What is quoted, or as long as a token: an error of a store may repeat one that nobody knows here. */
const MAYBE_TOKEN = /"[^"]*"|'[^']*'|`[^`]*`|[\w-]{20,}/g

/** A text of a store without `secret` and without what may be another token. */
export function redactUnknown(text: string, secret: string): string {
  return redact(text, secret).replace(MAYBE_TOKEN, '[redacted]')
}
