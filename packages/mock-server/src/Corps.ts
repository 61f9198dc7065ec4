import { OptionError } from './errors.ts'
import type { Query } from './http/MockRequest.ts'
import type { CorpOptions, MockServerSettings } from './options.ts'
import { Random } from './Random.ts'
import { type Sources, World } from './World.ts'

/** Each takes 0.3 MB of made-up data, and what its journal holds. */
const mostCorps = 200

/** The corps of one server: its own, and those that tests add and remove, with a world each. */
export class Corps {
  readonly own: World
  /** By corp ID, the server's own first. */
  readonly #worlds = new Map<string, World>()
  /** Of the server, with the real clock. */
  readonly settings: MockServerSettings
  sources: Sources
  #count = 0

  /** @throws {MockSetupError} when the fixtures, a fault or the scenario are not as they must be. */
  constructor(sources: Sources, settings: MockServerSettings) {
    this.sources = sources
    this.settings = settings
    this.own = new World(this, settings)
    this.#worlds.set(settings.corpId, this.own)
  }

  get worlds(): World[] {
    return [...this.#worlds.values()]
  }

  /** @throws {MockSetupError} when an option cannot be used, or the ID is taken. */
  add(options: CorpOptions = {}): World {
    this.own.validate('addCorp', options)
    const { settings } = this
    this.#count += 1
    const random = new Random((settings.seed + this.#count) | 0)
    const made = { corpId: random.id('ww', 18), corpSecret: random.id('mock-secret-', 43) }
    const given = Object.entries(options).filter(([, value]) => value !== undefined)
    const all = { ...settings, ...made, ...Object.fromEntries(given) }
    if (this.#worlds.has(all.corpId)) {
      throw new OptionError(`there is a corp with the corpId ${all.corpId} already`)
    }
    if (this.#worlds.size > mostCorps) {
      throw new OptionError(`there are ${mostCorps} corps already; end some with removeCorp`)
    }
    const world = new World(this, all, this.#count)
    this.#worlds.set(all.corpId, world)
    return world
  }

  /** @throws {OptionError} when there is none, or it is the server's own. */
  remove(corpId: string): void {
    this.own.validate('removeCorp', { corpId })
    const world = this.get(corpId)
    if (world === this.own) {
      throw new OptionError("the server's own corp cannot be removed, only one of addCorp")
    }
    this.#worlds.delete(corpId)
    world.close(`the corp ${corpId} was removed`)
  }

  /** @throws {OptionError} when there is none. */
  get(corpId: string): World {
    const world = this.#worlds.get(corpId)
    if (world) return world
    throw new OptionError(`no corp has the corpId ${corpId}; addCorp adds one`)
  }

  readonly secrets = (): string[] => this.worlds.flatMap((world) => world.secrets())

  /** Whose request it is: that of the corp whose ID or token it has, else that of the server's own. */
  ofRequest(query: Query): World {
    // The parameters' names are the spec's.
    const values = Object.values(query).flat()
    const named = this.worlds.find((world) => values.some((value) => world.isNamedBy(value)))
    return named ?? this.own
  }

  /**
   * Takes up other sources: the data starts again, everything else stays.
   *
   * @throws {MockSetupError} when they cannot be used; then everything is as before.
   */
  reload(sources: Sources): void {
    const all = this.worlds.map((world) => ({ world, data: world.createData(sources) }))
    for (const { world, data } of all) world.data = data
    this.sources = sources
  }
}
