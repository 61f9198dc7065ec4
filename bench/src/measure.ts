import type { RunOptions } from './Benchmark.ts'

/** The middle of some figures, and their range. */
export interface Spread {
  median: number
  least: number
  most: number
}

/** Sums up figures; there must be at least one. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('There is no figure to sum up.')
  return { median: middle, least: sorted[0] ?? middle, most: sorted.at(-1) ?? middle }
}

/** One round of one contender; resolves to its figure, in the benchmark's unit. */
export type Round = () => Promise<number>

/**
 * Runs contenders in turns, so that a noisy machine disturbs all of them alike. Each round begins
 * with another contender; a first round, not counted, warms everything up.
 */
export async function alternate(
  contenders: Record<string, Round>,
  rounds: number,
  progress: RunOptions['progress'] = () => {},
): Promise<Record<string, number[]>> {
  const all = Object.entries(contenders)
  const figures = Object.fromEntries(all.map(([name]) => [name, [] as number[]]))
  for (let round = 0; round <= rounds; round++) {
    const first = round % all.length
    for (const [name, run] of [...all.slice(first), ...all.slice(0, first)]) {
      const figure = await run()
      if (round > 0) figures[name]?.push(figure)
    }
    progress(`round ${round} of ${rounds}`)
  }
  return figures
}

/**
 * How a contender compares with another: the ratio is taken within each round, where both met the
 * same machine, and only then summed up.
 */
export function ratio(figures: Record<string, number[]>, name: string, base: string): Spread {
  const basis = figures[base] ?? []
  return spreadOf(
    (figures[name] ?? []).map((figure, round) => figure / (basis[round] ?? Number.NaN)),
  )
}

/** A spread as people read it: the median and, in brackets, the range. */
export function spreadText({ median, least, most }: Spread, digits = 2): string {
  return `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`
}
