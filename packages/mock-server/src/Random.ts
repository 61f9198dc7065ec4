import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

const idAlphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789']

/** Repeatable chance: the same seed gives the same sequence on every machine. */
export class Random {
  readonly #generator: ReturnType<typeof xoroshiro128plus>

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed)
  }

  /** An integer from `from` to `to`, both included. */
  integer(from: number, to: number): number {
    return uniformInt(this.#generator, from, to)
  }

  chance(percent: number): boolean {
    return this.integer(1, 100) <= percent
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.integer(0, choices.length - 1)] as T
  }

  /** `count` different ones, in the order in which they stand. */
  pickSome<T>(choices: readonly T[], count: number): T[] {
    const indexes = new Set<number>()
    while (indexes.size < Math.min(count, choices.length)) {
      indexes.add(this.integer(0, choices.length - 1))
    }
    return choices.filter((_, index) => indexes.has(index))
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.integer(0, 9)).join('')
  }

  id(prefix: string, length: number): string {
    const rest = Array.from({ length: length - prefix.length }, () => this.pick(idAlphabet))
    return prefix + rest.join('')
  }
}
