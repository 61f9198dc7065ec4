import { validateControl } from './control/validateControl.ts'
import { Data } from './data/Data.ts'
import { seedData } from './data/seedData.ts'
import type { ActiveFault, Fault } from './faults/Fault.ts'
import { Faults, pickMilliseconds } from './faults/Faults.ts'
import { createScenarioFaults, type ScenarioName } from './faults/scenarios.ts'
import { Journal } from './journal/Journal.ts'
import type { MockCorp } from './MockServer.ts'
import type { MockServerSettings } from './options.ts'
import { Random } from './Random.ts'
import { type MockSpec, needsToken, requiresEnrollment } from './spec/operations.ts'
import { AccessTokens } from './wecom/AccessTokens.ts'
import { OperationLimits } from './wecom/OperationLimits.ts'
import { SecretAttempts } from './wecom/SecretAttempts.ts'

/** What a world is made from, besides its settings; `--watch` exchanges it. */
export interface Sources {
  spec: MockSpec
  /** Adds what the fixtures file holds; does nothing without one. */
  addFixtures: (data: Data) => void
}

/** What the worlds of a server share. */
interface SharedByWorlds {
  readonly sources: Sources
  /** The tokens and secrets of all of them, which their journals mask. */
  readonly secrets: () => Iterable<string>
}

/** All that one corp is to the mock: its credentials, tokens, limits, data, faults, journal and clock. */
export class World {
  /** With the clock of this world. */
  readonly settings: MockServerSettings
  /** How it is controlled in process. */
  corp!: MockCorp
  readonly journal: Journal
  faults!: Faults
  readonly tokens: AccessTokens
  /** The page's own, so that its calls neither begin nor end a token of the client's. */
  readonly pageTokens: AccessTokens
  secretAttempts!: SecretAttempts
  operationLimits!: OperationLimits
  data!: Data
  scenario: ScenarioName | 'none' = 'none'
  readonly #shared: SharedByWorlds
  #latencyRandom!: Random
  #advanced = 0
  /** Aborted when the corp is served no longer. */
  readonly closing: AbortController = new AbortController()

  /**
   * @param number Which of the server's corps it is: one that is added again has other tokens.
   * @throws {MockSetupError} when the fixtures, a fault or the scenario are not as they must be.
   */
  constructor(shared: SharedByWorlds, settings: MockServerSettings, number = 0) {
    const { corpId, corpSecret, seed, sleep, journalSize: size } = settings
    this.settings = { ...settings, now: () => settings.now() + this.#advanced }
    this.#shared = shared
    const tokenSeed = `${seed}:${corpId}:${corpSecret}:${number}`
    this.tokens = new AccessTokens(this.settings, tokenSeed)
    this.pageTokens = new AccessTokens(this.settings, `${tokenSeed}:page`)
    this.journal = new Journal({ size, sleep, known: shared.secrets })
    this.reset()
  }

  get spec(): MockSpec {
    return this.#shared.sources.spec
  }

  /** @throws {FieldsError} when the control of that name cannot be given the fields. */
  validate(control: string, fields: object, options?: { isText?: boolean; owner?: string }): void {
    validateControl(this.spec, control, fields, options)
  }

  /** Whoever has these is this corp. */
  secrets(): string[] {
    const { tokens, pageTokens, settings } = this
    return [settings.corpSecret, ...tokens.issued(), ...pageTokens.issued()]
  }

  /** Ends all that waits for changes. */
  close(reason?: string): void {
    this.journal.close(reason)
    this.closing.abort()
  }

  /** Whether a request with this in its query is meant for this corp. */
  isNamedBy(value: string): boolean {
    if (value === this.settings.corpId) return true
    return [this.tokens, this.pageTokens].some((tokens) => tokens.check(value) !== 'unknown')
  }

  advanceClock(seconds: number): void {
    this.validate('advanceClock', { seconds })
    this.#advanced += seconds * 1000
  }

  /**
   * Back to how the server started. Tokens end and are not given out again; those that are kept keep
   * the clock, or one that it had ended would live again.
   */
  reset({ keepTokens = false }: { keepTokens?: boolean } = {}): void {
    const { settings } = this
    if (!keepTokens) {
      this.tokens.expireAll()
      this.pageTokens.expireAll()
      this.#advanced = 0
    }
    this.secretAttempts = new SecretAttempts(settings)
    this.operationLimits = new OperationLimits(settings)
    this.#latencyRandom = new Random(settings.seed)
    this.data = this.createData(this.#shared.sources)
    this.journal.clear()
    // The ids start again, and with them the probabilities.
    this.faults = new Faults(settings.seed)
    for (const fault of settings.faults) this.addFault(fault)
    this.setScenario(settings.scenario)
  }

  /** @throws {MockSetupError} when the sources cannot be used. */
  createData({ spec, addFixtures }: Sources): Data {
    const { operations } = spec
    let isSeeded = false
    const data = new Data(operations, new Random(this.settings.seed), (control, given) => {
      if (isSeeded) validateControl(spec, control, given)
    })
    // The mock's own data need no check, which would cost each start 30 ms for its schemas.
    seedData(data, operations, this.settings)
    isSeeded = true
    addFixtures(data)
    return data
  }

  /** What every response takes, in milliseconds, whatever the faults add. */
  latency(): number {
    return pickMilliseconds(this.settings.latency, this.#latencyRandom)
  }

  addFault(fault: Fault): ActiveFault {
    this.validate('fault', fault)
    return this.faults.add(fault)
  }

  clearFaults(): void {
    this.faults.clear()
    this.scenario = 'none'
  }

  /** Takes the place of the scenario before; faults of one's own stay. */
  setScenario(name: ScenarioName | 'none'): void {
    if (name !== 'none') this.validate('scenario', { name })
    this.faults.clearScenario()
    this.scenario = name
    if (name === 'none') return
    const idsWhere = (isOne: typeof needsToken) =>
      this.spec.operations
        .filter(({ resource }) => isOne(resource))
        .map(({ operationId }) => operationId)
    const faults = createScenarioFaults(name, {
      'with-token': idsWhere(needsToken),
      'requiring-enrollment': idsWhere((each) => needsToken(each) && requiresEnrollment(each)),
      enrollmentOffErrcode: this.settings.enrollmentOffErrcode,
    })
    for (const fault of faults) this.faults.add(fault, name)
  }
}
