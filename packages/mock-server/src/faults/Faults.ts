import { OptionError } from '../errors.ts'
import { Random } from '../Random.ts'
import type { ActiveFault, Fault } from './Fault.ts'

/** What the faults in force do to one call. */
export interface Strike {
  /** Milliseconds. */
  latency: number
  /** The fault whose effect the response shows, if any. */
  effect: ActiveFault | undefined
}

interface Armed {
  fault: ActiveFault
  /** Empty means every operation. */
  operations: ReadonlySet<string>
  calls: number
  random: Random
}

const noStrike: Strike = { latency: 0, effect: undefined }
const certain = 1_000_000

/** The faults in force on one server, in the order in which they were added. */
export class Faults {
  readonly #seed: number
  #armed: Armed[] = []
  #count = 0

  constructor(seed: number) {
    this.#seed = seed
  }

  list(): ActiveFault[] {
    return this.#armed.map(({ fault }) => structuredClone(fault))
  }

  add(fault: Fault, scenario?: string): ActiveFault {
    this.#count += 1
    const active: ActiveFault = { ...structuredClone(fault), id: this.#count, struck: 0, scenario }
    this.#armed.push({
      fault: active,
      operations: new Set([fault.operation ?? []].flat()),
      calls: 0,
      // Its own, so that one fault more or less changes nothing about the others.
      random: new Random((this.#seed + this.#count) | 0),
    })
    return structuredClone(active)
  }

  /** @throws {MockSetupError} when no fault in force has this id. */
  remove(id: number): void {
    const kept = this.#armed.filter(({ fault }) => fault.id !== id)
    if (kept.length === this.#armed.length) {
      throw new OptionError(`no fault in force has the id ${JSON.stringify(id)}`)
    }
    this.#armed = kept
  }

  clear(): void {
    this.#armed = []
  }

  clearScenario(): void {
    this.#armed = this.#armed.filter(({ fault }) => fault.scenario === undefined)
  }

  /** Starts the ids again, and with them the probabilities. */
  reset(): void {
    this.clear()
    this.#count = 0
  }

  /** All latencies that strike add up; of the other effects the first one counts. */
  strike(operationId: string, needsToken: boolean): Strike {
    if (this.#armed.length === 0) return noStrike
    const strike: Strike = { latency: 0, effect: undefined }
    for (const armed of this.#armed) {
      const { fault } = armed
      if (armed.operations.size > 0 && !armed.operations.has(operationId)) continue
      if (fault.expireTokens && !needsToken) continue
      if (strike.effect && hasEffect(fault)) continue
      if (!strikes(armed)) continue
      fault.struck += 1
      strike.latency += pickMilliseconds(fault.latency ?? 0, armed.random)
      if (hasEffect(fault)) strike.effect = fault
    }
    this.#armed = this.#armed.filter(({ fault }) => fault.struck < (fault.times ?? Infinity))
    return strike
  }
}

const effects = ['errcode', 'drop', 'truncate', 'html', 'contentType', 'slowBody', 'expireTokens']

function hasEffect(fault: Fault): boolean {
  return effects.some((name) => fault[name as keyof Fault] !== undefined)
}

function strikes(armed: Armed): boolean {
  const { every = 1, probability = 1 } = armed.fault
  armed.calls += 1
  if (armed.calls % every !== 0) return false
  return probability === 1 || armed.random.integer(1, certain) <= probability * certain
}

/** A fixed latency, or one at random between the two. */
export function pickMilliseconds(latency: NonNullable<Fault['latency']>, random: Random): number {
  return typeof latency === 'number' ? latency : random.integer(latency[0], latency[1])
}
