import { type Profiler, Session } from 'node:inspector/promises'

/** Where the time went: origin → microseconds that the process was busy there. */
export type Profile = ReadonlyMap<string, number>

const SAMPLING_INTERVAL_US = 200

// The first pattern that a function's place matches counts.
const ORIGINS: [origin: string, place: RegExp][] = [
  ['this client', /\/packages\/client\//],
  ['the benchmark itself', /\/bench\/src\//],
  ['abort signals and events', /internal\/(abort_controller|event_target)|node:events/],
  ['timers', /node:(internal\/)?timers/],
  ['fetch (undici)', /internal\/deps\/undici/],
  ['the body’s streams', /internal\/(web)?streams/],
]
const REST = 'the rest of Node'
const SYSTEM_CALLS = /^write/
const NOT_BUSY = ['(idle)', '(root)']

/** Samples what this process does while `work` runs, and sorts it by origin. */
async function profileOf(work: () => Promise<unknown>): Promise<Profile> {
  const session = new Session()
  session.connect()
  try {
    await session.post('Profiler.enable')
    await session.post('Profiler.setSamplingInterval', { interval: SAMPLING_INTERVAL_US })
    await session.post('Profiler.start')
    await work()
    return byOrigin((await session.post('Profiler.stop')).profile)
  } finally {
    session.disconnect()
  }
}

/**
 * Profiles each piece of work several times, by turns, and adds up what was found. A first turn that
 * does not count lets the profiler settle.
 */
export async function profileEach(
  works: ReadonlyMap<string, () => Promise<unknown>>,
  rounds: number,
): Promise<Map<string, Profile>> {
  const profiles = new Map<string, Profile>()
  for (let round = 0; round <= rounds; round++) {
    for (const [name, work] of works) {
      const profile = await profileOf(work)
      if (round > 0) profiles.set(name, sum(profiles.get(name) ?? new Map(), profile))
    }
  }
  return profiles
}

function sum(one: Profile, other: Profile): Profile {
  const origins = new Set([...one.keys(), ...other.keys()])
  return new Map(
    [...origins].map((where) => [where, (one.get(where) ?? 0) + (other.get(where) ?? 0)]),
  )
}

/** Profiles side by side, as rows of a table: microseconds a unit of work, most expensive first. */
export function profileRows(
  profiles: ReadonlyMap<string, Profile>,
  units: number,
): Record<string, string | number>[] {
  const origins = new Set([...profiles.values()].flatMap((profile) => [...profile.keys()]))
  const rows = [...origins].map((where) => ({
    where,
    costs: Array.from(profiles, ([name, profile]): [string, number] => [
      name,
      Number(((profile.get(where) ?? 0) / units).toFixed(1)),
    ]),
  }))
  return rows
    .toSorted((a, b) => (b.costs.at(-1)?.[1] ?? 0) - (a.costs.at(-1)?.[1] ?? 0))
    .map(({ where, costs }) => ({ where, ...Object.fromEntries(costs) }))
}

/** Adds a profile's samples up by origin. */
export function byOrigin({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Profile {
  const originOf = new Map(nodes.map(({ id, callFrame }) => [id, origin(callFrame)]))
  const costs = new Map<string, number>()
  for (const [index, id] of samples.entries()) {
    const where = originOf.get(id)
    if (where) costs.set(where, (costs.get(where) ?? 0) + (timeDeltas[index] ?? 0))
  }
  return costs
}

function origin({ functionName, url }: { functionName: string; url: string }): string | undefined {
  // Starting the profiler takes its time, too.
  if (NOT_BUSY.includes(functionName) || url === 'node:inspector') return undefined
  if (functionName === '(garbage collector)') return 'garbage collection'
  if (functionName === '(program)') return 'outside JavaScript'
  if (!url && SYSTEM_CALLS.test(functionName)) return 'sending'
  return ORIGINS.find(([, place]) => place.test(url))?.[0] ?? REST
}
