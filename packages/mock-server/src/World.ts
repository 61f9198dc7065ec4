import type { ControlSchemas } from './control/ControlSchemas.ts'
import type { FixturesTarget } from './data/addFixtures.ts'
import { Data } from './data/Data.ts'
import type { Meeting, MeetingFields, Webinar, WebinarFields } from './data/fields.ts'
import { seedData } from './data/seedData.ts'
import type { ActiveFault, Fault } from './faults/Fault.ts'
import { Faults, pickMilliseconds } from './faults/Faults.ts'
import { createScenarioFaults, type ScenarioName } from './faults/scenarios.ts'
import { Journal } from './journal/Journal.ts'
import { Mask } from './journal/mask.ts'
import type { Settings } from './options.ts'
import { Random } from './Random.ts'
import type { MockSpec } from './spec/loadSpec.ts'
import { AccessTokens, needsToken } from './wecom/AccessTokens.ts'
import { CallLimits } from './wecom/CallLimits.ts'
import { SecretAttempts } from './wecom/SecretAttempts.ts'

/** What a world is made from, besides its settings; `--watch` exchanges it. */
export interface Sources {
  spec: MockSpec
  /** What the control takes and gives, with the spec's operations. */
  controlSchemas: ControlSchemas
  /** Adds what the fixtures file holds; does nothing without one. */
  addFixtures: (target: FixturesTarget) => void
}

/** All that one corp is to the mock: its credentials, tokens, limits, data, faults and journal. */
export class World {
  readonly settings: Settings
  readonly journal: Journal
  readonly faults: Faults
  tokens!: AccessTokens
  /** The page's own, so that its calls neither begin nor end a token of the client's. */
  pageTokens!: AccessTokens
  secretAttempts!: SecretAttempts
  callLimits!: CallLimits
  data!: Data
  scenario: ScenarioName | 'none' = 'none'
  #sources: Sources
  #latencyRandom!: Random

  /** @throws {MockSetupError} when the fixtures, a fault or the scenario are not as they must be. */
  constructor(sources: Sources, settings: Settings) {
    this.settings = settings
    this.#sources = sources
    const mask = new Mask(() => [
      settings.corpSecret,
      ...this.tokens.issued(),
      ...this.pageTokens.issued(),
    ])
    this.journal = new Journal({ size: settings.journalSize, sleep: settings.sleep, mask })
    this.faults = new Faults(settings.seed)
    this.reset()
  }

  get spec(): MockSpec {
    return this.#sources.spec
  }

  /** Back to how the server started: data, tokens, limits, faults, scenario and journal. */
  reset(): void {
    const { corpId, corpSecret, tokenTtl, seed, now, ...settings } = this.settings
    const tokenSeed = `${seed}:${corpId}:${corpSecret}`
    this.tokens = new AccessTokens({ lifetimeSeconds: tokenTtl, now, seed: tokenSeed })
    this.pageTokens = new AccessTokens({
      lifetimeSeconds: tokenTtl,
      now,
      seed: `${tokenSeed}:page`,
    })
    const { secretAttempts: limit, secretBlock: blockSeconds } = settings
    this.secretAttempts = new SecretAttempts({ limit, blockSeconds, now })
    const { rateLimit: perMinute, concurrencyLimit: atOnce } = settings
    this.callLimits = new CallLimits({ perMinute, atOnce, now })
    this.#latencyRandom = new Random(seed)
    this.data = this.#createData(this.#sources)
    this.journal.clear()
    this.faults.reset()
    for (const fault of settings.faults) this.addFault(fault)
    this.setScenario(settings.scenario)
  }

  /**
   * Takes up other sources: the data starts again, everything else stays.
   *
   * @throws {MockSetupError} when they cannot be used; then everything is as before.
   */
  reload(sources: Sources): void {
    this.data = this.#createData(sources)
    this.#sources = sources
  }

  #createData(sources: Sources): Data {
    const { operations } = sources.spec
    const data = new Data(operations, new Random(this.settings.seed))
    seedData(data, operations, this.settings)
    sources.addFixtures({
      addMeeting: (fields) => addMeeting(data, sources, fields),
      addWebinar: (fields) => addWebinar(data, sources, fields),
    })
    return data
  }

  /** What every response takes, in milliseconds, whatever the faults add. */
  latency(): number {
    return pickMilliseconds(this.settings.latency, this.#latencyRandom)
  }

  get schemas(): ControlSchemas {
    return this.#sources.controlSchemas
  }

  addMeeting(fields: MeetingFields = {}): Meeting {
    return addMeeting(this.data, this.#sources, fields)
  }

  addWebinar(fields: WebinarFields = {}): Webinar {
    return addWebinar(this.data, this.#sources, fields)
  }

  addFault(fault: Fault): ActiveFault {
    this.schemas.validate('fault', fault)
    return this.faults.add(fault)
  }

  clearFaults(): void {
    this.faults.clear()
    this.scenario = 'none'
  }

  /** Takes the place of the scenario before; faults of one's own stay. */
  setScenario(name: ScenarioName | 'none'): void {
    if (name !== 'none') this.schemas.validate('scenario', { name })
    this.faults.clearScenario()
    this.scenario = name
    if (name === 'none') return
    const calls = this.spec.operations.filter(({ resource }) => needsToken(resource))
    const { enrollmentOffErrcode } = this.settings
    const faults = createScenarioFaults(name, {
      calls: calls.map(({ operationId }) => operationId),
      enrollmentOffErrcode,
    })
    for (const fault of faults) this.faults.add(fault, name)
  }
}

function addMeeting(data: Data, { controlSchemas }: Sources, fields: MeetingFields): Meeting {
  controlSchemas.validate('addMeeting', fields)
  return data.addMeeting(fields)
}

function addWebinar(data: Data, { controlSchemas }: Sources, fields: WebinarFields): Webinar {
  controlSchemas.validate('addWebinar', fields)
  return data.addWebinar(fields)
}
