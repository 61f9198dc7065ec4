import { Data, type JudgeAnswer } from './data/Data.ts'
import { addOfficialSamples } from './data/officialSamples.ts'
import { Random } from './data/Random.ts'
import { seedData, seedOtherStates } from './data/seedData.ts'
import { createEngine, type Engine } from './engine/createEngine.ts'
import { judgeAnswer } from './engine/judgeAnswer.ts'
import { needsToken } from './engine/tokenProblem.ts'
import { OptionError } from './errors/OptionError.ts'
import { createRefusedAnswer, type RefusedAnswer } from './errors/refusedAnswer.ts'
import { checkedFault } from './faults/checkedFault.ts'
import type { ActiveFault, Fault } from './faults/Fault.ts'
import { Faults, milliseconds } from './faults/Faults.ts'
import { type ScenarioName, scenarioNames, scenarios } from './faults/scenarios.ts'
import { createRoutes, type Routes } from './front/routes.ts'
import { Journal } from './journal/Journal.ts'
import type { Settings } from './options.ts'
import type { MockSpec } from './spec/loadSpec.ts'
import type { AccessTokens } from './state/AccessTokens.ts'
import { Store } from './state/Store.ts'

/** What a server is made from, besides its settings; `--watch` exchanges it. */
export interface Sources {
  spec: MockSpec
  /** Adds what the fixtures file holds; does nothing without one. */
  addFixtures: (data: Data) => void
}

/** Everything that follows from the sources and the settings, and can be made again from them. */
interface World {
  routes: Routes
  refusedAnswer: RefusedAnswer
  store: Store
  data: Data
  engine: Engine
  latencyRandom: Random
}

/** All that one running server knows. Two servers share nothing but the spec. */
export class MockState {
  readonly faults: Faults
  readonly journal: Journal
  readonly #settings: Settings
  #sources: Sources
  #world: World
  #scenario: ScenarioName | 'none' = 'none'

  /** @throws {MockSetupError} when the fixtures, a fault or the scenario are not as they must be. */
  constructor(sources: Sources, settings: Settings) {
    this.#settings = settings
    this.#sources = sources
    this.#world = createWorld(sources, settings)
    this.faults = new Faults(settings.seed)
    this.journal = new Journal({ limit: settings.journalSize, sleep: settings.sleep })
    this.#addFaultsOfSettings()
  }

  get spec(): MockSpec {
    return this.#sources.spec
  }
  get routes(): Routes {
    return this.#world.routes
  }
  get refusedAnswer(): RefusedAnswer {
    return this.#world.refusedAnswer
  }
  get store(): Store {
    return this.#world.store
  }
  get data(): Data {
    return this.#world.data
  }
  get engine(): Engine {
    return this.#world.engine
  }

  /** What every answer takes, in milliseconds, whatever the faults add. */
  latency(): number {
    return milliseconds(this.#settings.latency, this.#world.latencyRandom)
  }

  get scenario(): ScenarioName | 'none' {
    return this.#scenario
  }

  addFault(fault: Fault): ActiveFault {
    const operationIds = this.spec.operations.map(({ operationId }) => operationId)
    return this.faults.add(checkedFault(fault, operationIds))
  }

  clearFaults(): void {
    this.faults.clear()
    this.#scenario = 'none'
  }

  /** Takes the place of the scenario before; faults of one's own stay. */
  setScenario(name: ScenarioName | 'none'): void {
    if (name !== 'none' && !scenarioNames.includes(name)) {
      const known = [...scenarioNames, 'none'].join(', ')
      throw new OptionError(`scenario is ${JSON.stringify(name)}; expected one of ${known}`)
    }
    this.faults.clearScenario()
    this.#scenario = name
    if (name === 'none') return
    const { operations } = this.spec
    const calls = operations.filter(({ resource }) => needsToken(resource))
    const { enrollmentOffErrcode } = this.#settings
    const surroundings = {
      calls: calls.map(({ operationId }) => operationId),
      enrollmentOffErrcode,
    }
    for (const fault of scenarios[name].faults(surroundings)) this.faults.add(fault, name)
  }

  /** Back to how the server started: data, tokens, limits, faults and the journal. */
  reset(): void {
    this.#world = createWorld(this.#sources, this.#settings)
    this.journal.clear()
    this.faults.reset()
    this.#addFaultsOfSettings()
  }

  /**
   * Takes up other sources: the data starts again, tokens, faults and the journal stay.
   *
   * @throws {MockSetupError} when they cannot be used; then everything is as before.
   */
  reload(sources: Sources): void {
    this.#world = createWorld(sources, this.#settings, this.store.tokens)
    this.#sources = sources
  }

  #addFaultsOfSettings(): void {
    for (const fault of this.#settings.faults) this.addFault(fault)
    this.setScenario(this.#settings.scenario)
  }
}

function createWorld(
  { spec, addFixtures }: Sources,
  settings: Settings,
  tokens?: AccessTokens,
): World {
  const { operations, errorTexts } = spec
  const store = new Store(settings, tokens)
  const random = new Random(settings.seed)
  const judge: JudgeAnswer = (operationId, answer) => {
    const operation = operations.find((candidate) => candidate.operationId === operationId)
    return operation ? judgeAnswer(operation, answer) : []
  }
  const data = new Data(store, random, judge)
  addOfficialSamples(store, operations)
  seedData(data, random, settings)
  // By chances of its own: more of it must not change what is made up for the data added later.
  seedOtherStates(new Data(store, new Random((settings.seed + 1) | 0), judge))
  addFixtures(data)
  const refusedAnswer = createRefusedAnswer(errorTexts, settings.seed)
  return {
    routes: createRoutes(operations),
    refusedAnswer,
    store,
    data,
    engine: createEngine(store, refusedAnswer),
    latencyRandom: new Random(settings.seed),
  }
}
