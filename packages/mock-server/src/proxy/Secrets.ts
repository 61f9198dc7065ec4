import { KnownSecrets } from '../KnownSecrets.ts'

const secretName = /token|secret|ticket|authorization|cookie|(?:permanent|auth)_code/i
/** These open something, too, but are too short to be looked for in every text. */
const hiddenName = new RegExp(`${secretName.source}|password|key`, 'i')
/** `secret=…`, `"token":"…`, `<Ticket>…`: in a form, an address, broken JSON, or JSON in a text. */
const namedSecret =
  /(?:token|secret|ticket|(?:permanent|auth)_code)[\w-]{0,20}[\\"'\s]{0,9}[:=>][\\"'\s]{0,9}([^\\"'\s&<>,;#}]{6,})/gi

/** The tokens and secrets that went through the proxy, so that none gets into a report. */
export class Secrets {
  readonly #known = new KnownSecrets(() => '***')

  /** Takes what stands under a secret's name, at any depth, and in texts behind one. */
  learn(value: unknown): void {
    const rest = [{ value, isSecret: false }]
    for (let next = rest.pop(); next; next = rest.pop()) {
      const { value: found, isSecret } = next
      if (typeof found === 'object' && found !== null) {
        for (const [name, field] of Object.entries(found)) {
          // Of what stands further down, short texts are more likely words.
          const isPart =
            Array.isArray(found) || typeof field === 'object' || String(field).length > 5
          rest.push({ value: field, isSecret: secretName.test(name) || (isSecret && isPart) })
        }
      } else if (isSecret && (typeof found === 'string' || Number(found) > 99_999)) {
        this.#add(String(found))
      } else if (typeof found === 'string') {
        for (const [, secret = ''] of found.matchAll(namedSecret)) {
          this.#add(secret)
          this.#add(new URLSearchParams(`=${secret}`).get('') ?? '')
        }
      }
    }
  }

  #add(secret: string): void {
    if (!this.#known.add(secret)) return
    // `Bearer …`, `name=…; name=…`
    for (const part of secret.split(/[\s;,=]+/)) if (part.length >= 8) this.#add(part)
  }

  /** The text with `***` in place of every known secret; of a short one only where it stands alone. */
  mask(text: string): string {
    return this.#known.has(text) ? '***' : this.#known.cover(text)
  }

  /** A value as JSON without secrets; at most five levels and 500 characters of it. */
  show(name: string, value: unknown): string {
    if (value === undefined) return ''
    const json = JSON.stringify(this.#hide(name, value, 5))
    // A terminal obeys some control characters that JSON leaves as they are.
    const text = json.replaceAll(/\p{Cc}/gu, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)
    return text.length > 500 ? `${text.slice(0, 500)}… (${text.length} characters)` : text
  }

  #hide(name: string, value: unknown, depth: number): unknown {
    if (hiddenName.test(name)) return '***'
    if (typeof value !== 'object' || value === null) {
      const masked = this.mask(String(value))
      return masked === String(value) ? value : masked
    }
    if (depth === 0) return '…'
    if (Array.isArray(value)) return value.map((element) => this.#hide('', element, depth - 1))
    const hide = ([key, field]: [string, unknown]) => [
      this.mask(key),
      this.#hide(key, field, depth - 1),
    ]
    return Object.fromEntries(Object.entries(value).map(hide))
  }
}
