import { OptionError } from '../errors.ts'
import { fitsMatch, type Matched } from '../match.ts'
import { Random } from '../Random.ts'
import type { ActiveFault, Fault, Patch } from './Fault.ts'
import { patchText } from './patch.ts'

/** A call that faults may strike. */
export interface FaultyCall extends Matched {
  operation: string
  needsToken: boolean
  /** The operation's response as JSON; undefined when it is a refusal. */
  respond: () => string | undefined
}

/** What the faults in force do to one call. */
export interface Strike {
  /** Milliseconds. */
  latency: number
  /** The fault whose effect the response shows, if any. */
  effect: ActiveFault | undefined
  /** The response of its own that this fault has: its body, or the operation's with its changes. */
  text: string | undefined
  /** What the journal shows: the effect, or else what added to the latency. */
  shown: ActiveFault | undefined
}

interface Armed {
  fault: ActiveFault
  /** Empty means every operation. */
  operations: ReadonlySet<string>
  bodyText: string | undefined
  calls: number
  random: Random
}

const noStrike: Strike = { latency: 0, effect: undefined, text: undefined, shown: undefined }
const certain = 1_000_000

/** The faults in force on one server: one's own, the newest first, then the scenario's. */
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
    const { operation = [], body } = active
    const armed: Armed = {
      fault: active,
      operations: new Set([operation].flat()),
      bodyText: typeof body === 'string' ? body : JSON.stringify(body),
      calls: 0,
      // Its own, so that one fault more or less changes nothing about the others.
      random: new Random((this.#seed + this.#count) | 0),
    }
    if (scenario === undefined) this.#armed.unshift(armed)
    else this.#armed.push(armed)
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
  strike(call: FaultyCall): Strike {
    if (this.#armed.length === 0) return noStrike
    const strike = { ...noStrike }
    for (const armed of this.#armed) {
      const { fault } = armed
      const hasEffect = effects.some((name) => fault[name] !== undefined)
      if ((strike.effect && hasEffect) || !isMeantFor(armed, call)) continue
      const text = fault.patch ? patchResponse(call, fault.patch) : armed.bodyText
      if ((fault.patch && text === undefined) || !isItsTurn(armed)) continue
      fault.struck += 1
      strike.latency += pickMilliseconds(fault.latency ?? 0, armed.random)
      strike.shown = strike.effect ?? (hasEffect ? fault : (strike.shown ?? fault))
      if (hasEffect) Object.assign(strike, { effect: fault, text })
    }
    this.#armed = this.#armed.filter(({ fault }) => fault.struck < (fault.times ?? Infinity))
    return strike
  }
}

/** All that a response shows but that it comes late. */
const effects = [
  ...['errcode', 'body', 'patch', 'status', 'headers', 'drop', 'truncate', 'html', 'contentType'],
  ...['slowBody', 'expireTokens'],
] as (keyof Fault)[]

function isMeantFor({ fault, operations }: Armed, call: FaultyCall): boolean {
  if (operations.size > 0 && !operations.has(call.operation)) return false
  if (fault.expireTokens && !call.needsToken) return false
  return fault.match === undefined || fitsMatch(call, fault.match)
}

function patchResponse({ respond }: FaultyCall, patch: Patch): string | undefined {
  const text = respond()
  return text === undefined ? undefined : patchText(text, patch)
}

function isItsTurn(armed: Armed): boolean {
  const { every = 1, probability = 1 } = armed.fault
  armed.calls += 1
  if (armed.calls % every !== 0) return false
  return probability === 1 || armed.random.integer(1, certain) <= probability * certain
}

/** A fixed latency, or one at random between the two. */
export function pickMilliseconds(latency: NonNullable<Fault['latency']>, random: Random): number {
  return typeof latency === 'number' ? latency : random.integer(latency[0], latency[1])
}
