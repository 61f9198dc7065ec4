/** The middle of some figures, and the range that they span. */
export interface Spread {
  median: number
  least: number
  most: number
}

/** Sums some figures up; there must be at least one. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('There is no figure to sum up.')
  return { median: middle, least: sorted[0] ?? middle, most: sorted.at(-1) ?? middle }
}

/** One round of one contender: what came of it, in whatever unit the benchmark measures. */
export type Round = () => Promise<number>

/**
 * Runs contenders in turns, so that a noisy machine disturbs all of them alike. Each round begins
 * with another contender; a first round, not counted, warms everything up.
 */
export async function alternate(
  contenders: ReadonlyMap<string, Round>,
  rounds: number,
  progress: (done: number, all: number) => void = () => {},
): Promise<Map<string, number[]>> {
  const names = [...contenders.keys()]
  const figures = new Map<string, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    const first = round % names.length
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const figure = await contenders.get(name)?.()
      if (round > 0 && figure !== undefined) figures.get(name)?.push(figure)
    }
    progress(round, rounds)
  }
  return figures
}

/**
 * How each contender compares with `base`, round by round: the ratio is taken within a round, where
 * both met the same machine, and only then summed up.
 */
export function ratiosTo(
  base: string,
  figures: ReadonlyMap<string, number[]>,
): Map<string, Spread> {
  const basis = figures.get(base) ?? []
  return new Map(
    Array.from(figures, ([name, own]) => [
      name,
      spreadOf(own.map((figure, round) => figure / (basis[round] ?? Number.NaN))),
    ]),
  )
}

/** A ratio as people read it: the median and, in brackets, the range. */
export function ratioText({ median, least, most }: Spread): string {
  return `${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`
}
