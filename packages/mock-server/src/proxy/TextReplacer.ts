import { randomInt } from 'node:crypto'
import { makePerson } from '../data/makePeople.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { Random } from '../Random.ts'
import { collectProperties } from '../spec/collectProperties.ts'
import { isCode } from './compareSchema.ts'
import type { Secrets } from './Secrets.ts'

/** Requests ask for these, so that they stay. */
const idName = /^(?:(?:current_)?(?:sub_)?meetingid|repeat_id|enroll_id)$/
const alphabets = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/**
 * Copies responses without tokens and secrets and, unless values are wanted, with other texts of the
 * same shape, codes and times as they are, and no field that the spec does not have.
 */
export class TextReplacer {
  readonly #secrets: Secrets
  readonly #values: boolean
  /** Not repeatable: whoever knows the seed could try which text gives which. */
  readonly random: Random = new Random(randomInt(2 ** 31))
  /** By the text; the same one gets the same other one everywhere. */
  readonly #replaced = new Map<string, string>()

  constructor(secrets: Secrets, values: boolean) {
    this.#secrets = secrets
    this.#values = values
  }

  /** A text that stays: somebody asked for it. */
  keep(text: unknown): void {
    if (typeof text === 'string') this.#replaced.set(text, text)
  }

  copy(value: unknown, schema: JsonObject = {}, stays: boolean = this.#values): unknown {
    if (Array.isArray(value)) {
      return value.map((one) => this.copy(one, schema.items as JsonObject | undefined))
    }
    if (isJsonObject(value)) {
      const properties = collectProperties(schema)
      const entries = Object.entries(value).flatMap(([name, inner]) => {
        const known = properties.get(name)
        const isShown = this.#values || (idName.test(name) && typeof inner === 'string')
        return known || isShown
          ? [[this.#secrets.mask(name), this.copy(inner, known, isShown)]]
          : []
      })
      return Object.fromEntries(entries)
    }
    if (typeof value !== 'string') return value
    const codes = [schema['x-extensible-enum'] ?? schema.enum ?? []].flat()
    const isTime = schema.pattern !== undefined && new RegExp(`${schema.pattern}`).test(value)
    const isKept = stays || isTime || codes.includes(value) || isCode(value, codes)
    return isKept ? this.#secrets.mask(value) : this.#replace(value)
  }

  #replace(text: string): string {
    const known = this.#replaced.get(text)
    if (known !== undefined) return known
    const [origin = ''] = /^https?:\/\/[^/?#]*/.exec(text) ?? []
    const [host = ''] = /@[\w.-]+$/.exec(text) ?? []
    const inner = text.slice(origin.length, text.length - host.length)
    const other = inner.replaceAll(/\p{L}|\p{Nd}/gu, (sign, at: number) => {
      // Phone numbers begin with a 1, and few numbers with a 0.
      if (at === 0 && /\d/.test(sign)) return sign
      const letters = alphabets.find((each) => each.includes(sign))
      return this.random.pick([...(letters ?? makePerson(this.random).name)])
    })
    const made = `${origin && 'https://example.com'}${other}${host && '@example.com'}`
    this.#replaced.set(text, made)
    return made
  }
}
