import { secretName } from '../journal/mask.ts'
import { isJsonObject } from '../json.ts'

/** Shorter ones would turn up in ordinary words. */
const shortest = 6
const mostRemembered = 200

/**
 * The tokens and secrets that went through the proxy, so that none can come out of it in a report,
 * whatever field or message a service puts it in.
 */
export class KnownSecrets {
  readonly #texts = new Set<string>()

  /** Takes up what stands under a secret's name, however it is spelled, in a query or a body. */
  learn(fields: unknown): void {
    if (!isJsonObject(fields)) return
    for (const [name, value] of Object.entries(fields)) {
      if (secretName.test(name)) for (const text of [value].flat()) this.#add(text)
    }
  }

  /** The text with `***` in place of every secret in it. */
  masked(text: string): string {
    const known = [...this.#texts].reduce((left, secret) => left.replaceAll(secret, '***'), text)
    // One in a path was never seen as a parameter.
    return known.replaceAll(/((?:token|secret)[\w-]{0,20}=)[^&;\s"'<>\\]+/gi, '$1***')
  }

  #add(text: unknown): void {
    if (typeof text !== 'string' || text.length < shortest) return
    for (const form of [text, encodeURIComponent(text)]) this.#texts.add(form)
    const [oldest] = this.#texts
    if (this.#texts.size > mostRemembered && oldest) this.#texts.delete(oldest)
  }
}
