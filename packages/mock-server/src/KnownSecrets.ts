/** Tokens and secrets, to be found in texts in every form that these give them. */
export class KnownSecrets {
  readonly #makeCover: (secret: string) => string
  readonly #secrets = new Set<string>()
  /** Every form with its secret, by its first six characters. */
  readonly #forms = new Map<string, { form: string; secret: string }[]>()
  /** Most of a text begins none of them. */
  readonly #firstCharacters = new Set<string | undefined>()

  /** @param makeCover What stands in a secret's place. */
  constructor(makeCover: (secret: string) => string, secrets: Iterable<string> = []) {
    this.#makeCover = makeCover
    for (const secret of secrets) this.add(secret)
  }

  /** False where it is empty or known already. */
  add(secret: string): boolean {
    if (secret === '' || this.#secrets.has(secret)) return false
    this.#secrets.add(secret)
    for (const form of listForms(secret)) {
      const alike = this.#forms.get(form.slice(0, 6)) ?? []
      this.#forms.set(form.slice(0, 6), alike)
      alike.push({ form, secret })
      this.#firstCharacters.add(form[0])
    }
    return true
  }

  has(text: string): boolean {
    return this.#secrets.has(text)
  }

  /** The text with a cover in place of every known secret, of several that begin alike the longest. */
  cover(text: string): string {
    let covered = ''
    let from = 0
    for (let at = 0; at + 6 <= text.length; at += 1) {
      if (!this.#firstCharacters.has(text[at])) continue
      const alike = this.#forms.get(text.slice(at, at + 6)) ?? []
      let longest = { form: '', secret: '' }
      for (const one of alike) {
        if (one.form.length > longest.form.length && text.startsWith(one.form, at)) longest = one
      }
      if (longest.form === '') continue
      covered += text.slice(from, at) + this.#makeCover(longest.secret)
      from = at + longest.form.length
      at = from - 1
    }
    return covered + text.slice(from)
  }
}

/** As it is, in JSON, in an address, a form and XML. None of one that would turn up in ordinary words. */
function listForms(secret: string): Iterable<string> {
  if (secret.length < 6) return []
  // Tokens have no other form, and there may be a thousand of them.
  if (/^[\w-]+$/.test(secret)) return [secret]
  const text = secret.toWellFormed()
  const encoded = encodeURIComponent(text)
  return new Set([
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURI(text),
    encoded,
    encoded.replaceAll(/%../g, (code) => code.toLowerCase()),
    encoded.replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
    new URLSearchParams([['', secret]]).toString().slice(1),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  ])
}
