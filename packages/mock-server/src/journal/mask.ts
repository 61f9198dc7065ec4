import { createHash } from 'node:crypto'
import { isJsonObject, parseJson } from '../json.ts'
import { KnownSecrets } from '../KnownSecrets.ts'

type Fields = Readonly<Record<string, string | string[] | undefined>>

/**
 * `access_token` and `corpsecret`, and whatever a client that has a bug makes of them; it may also put
 * them where they don't belong: into the body, into the path.
 */
const secretName = /token|secret/i
export const secretHeader: RegExp = /token|secret|authorization|cookie|password|api-?key/i

/** `"access_token": "…` as in JSON, or `token: …`. */
const namedInJson =
  /((?:token|secret)[\w-]{0,20}(?:\[\])?(?:\\?["'])?\s*:\s*(?:\[\s*)?)(?:(\\?")((?:[^"\\]|\\[^"])*)|(\w[\w.+/=~-]*))/gi
/** `corpsecret=…`, `<token>…`, `'secret': '…'`, in YAML a list. */
const namedElsewhere =
  /((?:token|secret)[\w-]{0,20}(?:\[\])?["'\]]?\s{0,9}[=:>][\s"'[-]{0,9}(?:<!\[CDATA\[)?)(?!\*\*\*)([^&;,\s"'<>\\\]}]+)/gi
/** `/corpsecret/…`, and `Bearer …` wherever it stands. */
const behindWord = /((?:token|secret)\/|bearer[\s+]{1,9})([^/?&;,\s"'<>\\]+)/gi

/** What has none of these names no secret, and costs no time; escapes may spell a name. */
const hint = /token|secret|bearer|\\|%/i

/** Puts a fingerprint in place of every token and secret: that two are the same can be told, and nobody can use them. */
export class Mask {
  readonly #known: KnownSecrets

  /** @param known The tokens and secrets that are masked wherever they stand; others are by their names. */
  constructor(known: Iterable<string> = []) {
    this.#known = new KnownSecrets(fingerprint, known)
  }

  /** The parameters of a query or the fields of a header. */
  fields(fields: Fields, secret: RegExp = secretName): Record<string, string | string[]> {
    return Object.fromEntries(
      Object.entries(fields).map(([name, value = '']) => {
        const mask = secret.test(name) ? fingerprint : (text: string) => this.text(text)
        return [this.text(name), Array.isArray(value) ? value.map(mask) : mask(value)]
      }),
    )
  }

  /** The same in any text; what was JSON stays JSON. */
  text(text: string, depth = 3): string {
    if (!hint.test(text)) return this.#known.cover(text)
    const value = parseJson(text)
    if (value !== undefined) {
      const masked = JSON.stringify(this.value(value))
      // Of two fields of the same name only one was seen.
      return masked === JSON.stringify(value) ? maskPairs(this.#known.cover(text)) : masked
    }
    const decoded = text.replaceAll(/%[2-7][0-9a-f]/gi, (code) => decodeURIComponent(code))
    const masked = decoded === text || depth === 0 ? decoded : this.text(decoded, depth - 1)
    return masked === decoded ? this.#plain(text) : masked
  }

  /** Masks all that stands under a secret's name, and in other texts what looks like one. */
  value(value: unknown, isSecret = false): unknown {
    if (typeof value === 'string') return isSecret ? fingerprint(value) : this.text(value)
    if (typeof value === 'number') return isSecret ? fingerprint(String(value)) : value
    if (Array.isArray(value)) return value.map((element) => this.value(element, isSecret))
    if (!isJsonObject(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        this.text(name),
        this.value(inner, isSecret || secretName.test(name)),
      ]),
    )
  }

  #plain(text: string): string {
    const named = (_all: string, before: string, value: string) => before + fingerprint(value)
    const parts = this.#known.cover(text).split(/(?=content-disposition:)/i)
    const masked = parts.map(maskPart).join('').replace(behindWord, named)
    return maskPairs(masked).replace(namedElsewhere, named)
  }
}

/** A part of a multipart form: its head, an empty line, its value. One expression for it would not be linear. */
function maskPart(part: string): string {
  const [head = '', gap = '', value, ...rest] = part.split(/(\r?\n\r?\n)/)
  const isSecret = /^content-disposition:/i.test(head) && secretName.test(head)
  if (value === undefined || !isSecret) return part
  return [head, gap, value.replace(/^[^\r\n]+/, fingerprint), ...rest].join('')
}

function maskPairs(text: string): string {
  return text.replace(namedInJson, (_all, name, quote, quoted, bare) =>
    quote === undefined ? `${name}"${fingerprint(bare)}"` : `${name}${quote}${fingerprint(quoted)}`,
  )
}

function fingerprint(text: string): string {
  if (text === '' || /^\*{3}[0-9a-f]{8}$/.test(text)) return text
  return `***${createHash('sha256').update(text).digest('hex').slice(0, 8)}`
}
