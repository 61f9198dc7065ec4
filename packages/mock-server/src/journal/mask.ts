import { createHash } from 'node:crypto'
import { isJsonObject, isNestedDeeper } from '../json.ts'

/**
 * `access_token` and `corpsecret`, and whatever a client that has a bug makes of them; it may also put
 * them where they don't belong: into the body, into the path.
 */
const secretName = /token|secret/i

/** A name of that kind with what stands behind it: `"access_token": "…` as in JSON, or `corpsecret=…`. */
const nameAndValue =
  /((?:token|secret)[\w-]{0,20}(?:\[\])?(?:\\?["'])?\s*)(?:(:\s*(?:\[\s*)?)(?:(\\?")((?:[^"\\]|\\[^"])*)|([\w.+-]+))|(=|%3D)([^&;\s"'<>\\]+))/gi

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

/** What has none of these holds no secret, and costs no time; escapes may spell a name. */
const hint = /token|secret|\\u|%/i

/** The same in any text; what was JSON stays JSON. */
export function maskText(text: string): string {
  if (!hint.test(text)) return text
  try {
    const value: unknown = JSON.parse(text)
    if (!isNestedDeeper(value)) {
      const masked = JSON.stringify(maskValue(value))
      if (masked !== JSON.stringify(value)) return masked
    }
  } catch {
    // Not JSON.
  }
  return maskPlainText(text)
}

/** Masks all that stands under a secret's name, and in other texts what looks like one. */
function maskValue(value: unknown, isSecret = false): unknown {
  if (typeof value === 'string') return isSecret ? fingerprint(value) : maskText(value)
  if (typeof value === 'number') return isSecret ? fingerprint(String(value)) : value
  if (Array.isArray(value)) return value.map((element) => maskValue(element, isSecret))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      maskPlainText(name),
      maskValue(inner, isSecret || secretName.test(name)),
    ]),
  )
}

function maskPlainText(text: string): string {
  return text.replace(nameAndValue, (_all, name, colon, quote, quoted, bare, equals, rest) =>
    equals === undefined
      ? `${name}${colon}${quote ?? '"'}${fingerprint(quoted ?? bare)}${quote === undefined ? '"' : ''}`
      : `${name}${equals}${fingerprint(rest)}`,
  )
}

function fingerprint(text: string): string {
  if (text === '') return ''
  return `***${createHash('sha256').update(text).digest('hex').slice(0, 8)}`
}
