const secretName = /token|secret|ticket|authorization|cookie/i
/** These open something, too, but are too short to be looked for in every text. */
const hiddenName = new RegExp(`${secretName.source}|password|key`, 'i')

/** The tokens and secrets that went through the proxy, so that none gets into a report. */
export class Secrets {
  readonly #secrets = new Set<string>()
  /** Each secret in every form that a text gives it; the longest first, as one may begin another. */
  readonly #forms: string[] = []

  /** Takes what stands under a secret's name, at any depth. */
  learn(fields: unknown): void {
    const rest = [fields]
    while (rest.length > 0) {
      const value = rest.pop()
      if (typeof value !== 'object' || value === null) continue
      for (const [name, field] of Object.entries(value)) {
        if (typeof field === 'object') rest.push(field)
        if (secretName.test(name)) for (const secret of [field].flat()) this.#add(secret)
      }
    }
  }

  #add(secret: unknown): void {
    if (typeof secret !== 'string' || secret === '' || this.#secrets.has(secret)) return
    this.#secrets.add(secret)
    // A shorter one would turn up in ordinary words; it is masked where it stands alone.
    if (secret.length < 6) return
    const text = secret.toWellFormed()
    const encoded = encodeURIComponent(text)
    const forms = new Set([
      secret,
      JSON.stringify(secret).slice(1, -1),
      encodeURI(text),
      encoded,
      encoded.replaceAll(/%../g, (code) => code.toLowerCase()),
      encoded.replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
      new URLSearchParams([['', secret]]).toString().slice(1),
    ])
    this.#forms.push(...forms)
  }

  /** The text with `***` in place of every known secret. */
  mask(text: string): string {
    if (this.#secrets.has(text)) return '***'
    this.#forms.sort((one, other) => other.length - one.length)
    return this.#forms.reduce((masked, form) => masked.replaceAll(form, '***'), text)
  }

  /** A value as JSON without secrets; at most five levels and 500 characters of it. */
  show(name: string, value: unknown): string {
    const text = JSON.stringify(this.#hide(name, value, 5)) ?? ''
    return text.length > 500 ? `${text.slice(0, 500)}… (${text.length} characters)` : text
  }

  #hide(name: string, value: unknown, depth: number): unknown {
    if (hiddenName.test(name)) return '***'
    if (typeof value === 'string') return this.mask(value)
    if (typeof value !== 'object' || value === null) return value
    if (depth === 0) return '…'
    if (Array.isArray(value)) return value.map((element) => this.#hide('', element, depth - 1))
    const fields = Object.entries(value).map(([key, field]) => [
      this.mask(key),
      this.#hide(key, field, depth - 1),
    ])
    return Object.fromEntries(fields)
  }
}
