import { createHash } from 'node:crypto'

/**
 * `access_token` and `corpsecret`, and whatever a client that has a bug makes of them; it may also put
 * them where they don't belong: into the body, into the path.
 */
export const secretName: RegExp = /token|secret/i

/** A name of that kind with what stands behind it: `"access_token": "…` as in JSON, or `corpsecret=…`. */
const nameAndValue =
  /((?:token|secret)[\w-]{0,20}(?:\[\])?(?:\\?["'])?\s*)(?:(:\s*(?:\[\s*)?)(?:(\\?")((?:[^"\\]|\\[^"])*)|([\w.+-]+))|(=)([^&;\s"'<>\\]+))/gi

/**
 * The query with a fingerprint in place of every token and secret: two requests with the same token
 * can be told to have it, and nobody can use it.
 */
export function maskQuery(
  query: Readonly<Record<string, string | string[]>>,
): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const mask = secretName.test(name) ? fingerprint : maskText
      return [maskText(name), Array.isArray(value) ? value.map(mask) : mask(value)]
    }),
  )
}

/** The same in any text; what was JSON stays JSON. */
export function maskText(text: string): string {
  return text.replace(nameAndValue, (_all, name, colon, quote, quoted, bare, equals, rest) =>
    equals === undefined
      ? `${name}${colon}${quote ?? '"'}${fingerprint(quoted ?? bare)}${quote === undefined ? '"' : ''}`
      : `${name}=${fingerprint(rest)}`,
  )
}

function fingerprint(text: string): string {
  if (text === '') return ''
  return `***${createHash('sha256').update(text).digest('hex').slice(0, 8)}`
}
