import { randomInt } from 'node:crypto'
import { makePerson } from '../data/makePeople.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { Random } from '../Random.ts'
import { collectProperties } from '../spec/collectProperties.ts'
import { isCode } from './compareSchema.ts'
import type { Secrets } from './Secrets.ts'

/** Requests ask for these, so that they stay. */
const idName = /^(?:(?:current_)?(?:sub_)?meetingid|repeat_id|enroll_id)$/

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

  copy(value: unknown, schema: JsonObject = {}): unknown {
    if (Array.isArray(value)) {
      return value.map((one) => this.copy(one, schema.items as JsonObject | undefined))
    }
    if (isJsonObject(value)) return this.copyFields(value, schema)
    if (typeof value !== 'string') return value
    const codes = schema['x-extensible-enum'] ?? schema.enum
    const isTime = schema.pattern !== undefined && new RegExp(`${schema.pattern}`).test(value)
    const isOpen =
      this.#values ||
      isTime ||
      (Array.isArray(codes) && (codes.includes(value) || isCode(value, codes)))
    return isOpen ? this.#secrets.mask(value) : this.#replace(value)
  }

  copyFields(fields: JsonObject, schema: JsonObject = {}): JsonObject {
    const properties = collectProperties(schema)
    const entries = Object.entries(fields).flatMap(([name, value]) => {
      if (idName.test(name) && typeof value === 'string') return [[name, this.#secrets.mask(value)]]
      const known = properties.get(name)
      return known || this.#values ? [[this.#secrets.mask(name), this.copy(value, known)]] : []
    })
    return Object.fromEntries(entries)
  }

  #replace(text: string): string {
    const known = this.#replaced.get(text)
    if (known !== undefined) return known
    const [, origin = ''] = /^(https?:\/\/[^/?#]*)/.exec(text) ?? []
    const [, host = ''] = /(@[\w.-]+)$/.exec(text) ?? []
    const inner = this.#scramble(text.slice(origin.length, text.length - host.length))
    const made = `${origin && 'https://example.com'}${inner}${host && '@example.com'}`
    this.#replaced.set(text, made)
    return made
  }

  #scramble(text: string): string {
    const pick = (letters: string) => this.random.pick([...letters])
    return text.replaceAll(/\p{L}|\p{Nd}/gu, (sign, at: number) => {
      // Phone numbers begin with a 1, and few numbers with a 0.
      if (/\d/.test(sign)) return at === 0 ? sign : this.random.digits(1)
      if (/[a-z]/.test(sign)) return pick('abcdefghijklmnopqrstuvwxyz')
      if (/[A-Z]/.test(sign)) return pick('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
      return pick(makePerson(this.random).name)
    })
  }
}
