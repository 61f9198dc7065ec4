import { secretForms } from '../secretForms.ts'

const secretName = /token|secret|ticket|authorization|cookie|(?:permanent|auth)_code/i
/** These open something, too, but are too short to be looked for in every text. */
const hiddenName = new RegExp(`${secretName.source}|password|key`, 'i')
/** `secret=…`, `"token":"…`, `<Ticket>…`: in a form, an address, broken JSON, or JSON in a text. */
const namedSecret =
  /(?:token|secret|ticket|(?:permanent|auth)_code)[\w-]{0,20}[\\"'\s]{0,9}[:=>][\\"'\s]{0,9}([^\\"'\s&<>,;#}]{6,})/gi

/** The tokens and secrets that went through the proxy, so that none gets into a report. */
export class Secrets {
  readonly #secrets = new Set<string>()
  /** Each secret in every form that a text gives it, by its first six characters. */
  readonly #forms = new Map<string, string[]>()

  /** Takes what stands under a secret's name, at any depth, and in texts behind one. */
  learn(value: unknown): void {
    const rest = [{ value, isSecret: false }]
    for (let next = rest.pop(); next; next = rest.pop()) {
      const { value, isSecret } = next
      if (typeof value === 'object' && value !== null) {
        for (const [name, field] of Object.entries(value)) {
          // Of what stands further down, short texts are more likely words.
          const isPart =
            Array.isArray(value) || typeof field === 'object' || String(field).length > 5
          rest.push({ value: field, isSecret: secretName.test(name) || (isSecret && isPart) })
        }
      } else if (isSecret && (typeof value === 'string' || Number(value) > 99_999)) {
        this.#add(String(value))
      } else if (typeof value === 'string') {
        for (const [, secret = ''] of value.matchAll(namedSecret)) {
          this.#add(secret)
          this.#add(new URLSearchParams(`=${secret}`).get('') ?? '')
        }
      }
    }
  }

  #add(secret: string): void {
    if (secret === '' || this.#secrets.has(secret)) return
    this.#secrets.add(secret)
    // A shorter one is masked where it stands alone.
    for (const form of secretForms(secret)) {
      const alike = this.#forms.get(form.slice(0, 6)) ?? []
      this.#forms.set(form.slice(0, 6), alike)
      alike.push(form)
    }
    // `Bearer …`, `name=…; name=…`
    for (const part of secret.split(/[\s;,=]+/)) if (part.length >= 8) this.#add(part)
  }

  /** The text with `***` in place of every known secret, of several that begin alike the longest. */
  mask(text: string): string {
    if (this.#secrets.has(text)) return '***'
    let masked = ''
    let from = 0
    for (let at = 0; at + 6 <= text.length; at += 1) {
      let length = 0
      for (const form of this.#forms.get(text.slice(at, at + 6)) ?? []) {
        if (form.length > length && text.startsWith(form, at)) length = form.length
      }
      if (length === 0) continue
      masked += `${text.slice(from, at)}***`
      from = at + length
      at = from - 1
    }
    return masked + text.slice(from)
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
