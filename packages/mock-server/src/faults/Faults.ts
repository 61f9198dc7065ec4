import { OptionError } from '../errors.ts'
import { fitsMatch, type Matched } from '../match.ts'
import { Random } from '../Random.ts'
import { isShown } from './effects.ts'
import type { ActiveFault, Fault } from './Fault.ts'
import { patchText } from './patch.ts'
import type { ScenarioName } from './scenarios.ts'

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
  effect?: ActiveFault
  /** The response of its own that this fault has: its body, or the operation's with its changes. */
  text?: string | undefined
  /** What the journal shows: the effect, or else what added to the latency. */
  shown?: ActiveFault
}

interface Armed {
  fault: ActiveFault
  calls: number
  random: Random
}

const certain = 1_000_000

/** The faults in force of one corp: one's own, the newest first, then the scenario's. */
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

  add(given: Fault, scenario?: ScenarioName): ActiveFault {
    this.#count += 1
    const own = { id: this.#count, struck: 0, ...(scenario && { scenario }) }
    const fault: ActiveFault = { ...structuredClone(given), ...own }
    // Its own chance, so that one fault more or less changes nothing about the others.
    const armed = { fault, calls: 0, random: new Random((this.#seed + this.#count) | 0) }
    if (scenario === undefined) this.#armed.unshift(armed)
    else this.#armed.push(armed)
    return structuredClone(fault)
  }

  /** @throws {MockSetupError} when no fault in force has this id. */
  remove(id: number): void {
    const count = this.#armed.length
    this.#keep((fault) => fault.id !== id)
    if (this.#armed.length < count) return
    throw new OptionError(`no fault in force has the id ${JSON.stringify(id)}`)
  }

  clear(): void {
    this.#armed = []
  }

  clearScenario(): void {
    this.#keep(({ scenario }) => scenario === undefined)
  }

  #keep(isKept: (fault: ActiveFault) => boolean): void {
    this.#armed = this.#armed.filter(({ fault }) => isKept(fault))
  }

  /** All latencies that strike add up; of the other effects the first one counts. */
  strike(call: FaultyCall): Strike {
    const strike: Strike = { latency: 0 }
    for (const armed of this.#armed) {
      const hasEffect = isShown(armed.fault)
      if ((strike.effect && hasEffect) || !isMeantFor(armed.fault, call)) continue
      const text = writeOwnResponse(armed, call)
      if ((armed.fault.patch && text === undefined) || !isItsTurn(armed)) continue
      const fault = { ...armed.fault, struck: armed.fault.struck + 1 }
      armed.fault = fault
      strike.latency += pickMilliseconds(fault.latency ?? 0, armed.random)
      strike.shown = strike.effect ?? (hasEffect ? fault : (strike.shown ?? fault))
      if (hasEffect) Object.assign(strike, { effect: fault, text })
    }
    this.#keep(({ struck, times = Infinity }) => struck < times)
    return strike
  }
}

function isMeantFor({ operation, match, expireTokens }: Fault, call: FaultyCall): boolean {
  if (operation && ![operation].flat().includes(call.operation as never)) return false
  if (expireTokens && !call.needsToken) return false
  return match === undefined || fitsMatch(call, match)
}

/** Its body, or the normal response with its changes. Notes what of these the response does not have. */
function writeOwnResponse(armed: Armed, { respond }: FaultyCall): string | undefined {
  const { body, patch } = armed.fault
  if (!patch) return typeof body === 'string' ? body : JSON.stringify(body)
  const response = respond()
  if (response === undefined) return undefined
  const { missing: _, ...fault } = armed.fault
  const { text, missing } = patchText(response, patch)
  armed.fault = missing === undefined ? fault : { ...fault, missing }
  return text
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
